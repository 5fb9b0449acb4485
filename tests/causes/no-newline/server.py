import socket, sys, threading
def serve(c):
    while True:
        data = c.recv(1024).decode()
        if not data:
            break
        for line in data.splitlines():
            try:
                op, a, b = line.split()
                a, b = int(a), int(b)
                r = {"ADD": a + b, "SUB": a - b, "MUL": a * b, "DIV": a / b}[op]
                c.sendall(str(r).encode())
            except Exception:
                c.sendall(b"ERROR")
    c.close()
s = socket.socket()
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind(("", int(sys.argv[1])))
s.listen()
while True:
    c, _ = s.accept()
    threading.Thread(target=serve, args=(c,)).start()
