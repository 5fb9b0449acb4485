import socket, threading, sys
def hitung(line):
    try:
        op, a, b = line.split()
        a = int(a); b = int(b)
        if op == "ADD": hasil = a + b
        elif op == "SUB": hasil = a - b
        elif op == "MUL": hasil = a * b
        elif op == "DIV": hasil = round(a / b)
        print(hasil)
    except Exception:
        return "ERROR"
def handle(conn):
    f = conn.makefile("rw", newline="\n")
    for line in f:
        f.write(str(hitung(line.strip())) + "\n")
        f.flush()
    conn.close()
s = socket.socket()
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind(("", int(sys.argv[1])))
s.listen()
while True:
    conn, addr = s.accept()
    threading.Thread(target=handle, args=(conn,), daemon=True).start()
