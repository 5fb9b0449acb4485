import socket, sys, threading
def serve(c):
    f = c.makefile("rw")
    for line in f:
        try:
            op, a, b = line.split()
            if op == "ADD": r = a + b
            elif op == "SUB": r = int(a) - int(b)
            elif op == "MUL": r = int(a) * int(b)
            else: r = int(a) // int(b)
            f.write(f"{r}\n")
        except Exception as e:
            f.write(f"ERROR {e}\n")
        f.flush()
s = socket.socket()
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind(("", int(sys.argv[1])))
s.listen()
while True:
    c, _ = s.accept()
    threading.Thread(target=serve, args=(c,)).start()
