import socket, threading, sys, time
store = {}
def handle(conn):
    f = conn.makefile("rb")
    while True:
        line = f.readline()
        if not line: break
        n = int(line[1:])
        words = []
        for i in range(n):
            size = int(f.readline()[1:])
            words.append(f.read(size))
            f.readline()
        cmd = words[0].upper()
        if cmd == "PING": conn.sendall(b"+PONG\r\n")
        elif cmd == "SET": store[words[1]] = words[2]; conn.sendall(b"+OK\r\n")
        else: conn.sendall(b"-ERR unknown\r\n")
    conn.close()
s = socket.socket()
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind(("", int(sys.argv[1])))
s.listen()
while True:
    conn, addr = s.accept()
    threading.Thread(target=handle, args=(conn,), daemon=True).start()
