import socket, threading, sys
def hitung(line):
    parts = line.split(",")
    if len(parts) != 3: return "ERROR"
    op, a, b = parts
    return int(a) + int(b)
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
