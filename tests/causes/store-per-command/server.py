import socket, threading, sys
def command(words):
    store = {}
    name = words[0].upper()
    if name == b"PING": return b"+PONG\r\n"
    if name == b"SET":
        store[words[1]] = words[2]
        return b"+OK\r\n"
    if name == b"GET":
        value = store.get(words[1])
        return b"$-1\r\n" if value is None else b"$%d\r\n%s\r\n" % (len(value), value)
    if name == b"DEL": return b":1\r\n" if store.pop(words[1], None) is not None else b":0\r\n"
    if name == b"INCR":
        store[words[1]] = b"%d" % (int(store.get(words[1], b"0")) + 1)
        return b":%s\r\n" % store[words[1]]
    return b"-ERR unknown\r\n"
def handle(conn):
    with conn, conn.makefile("rb") as f:
        while True:
            line = f.readline()
            if not line: return
            words = []
            for _ in range(int(line[1:])):
                size = int(f.readline()[1:]); words.append(f.read(size)); f.readline()
            conn.sendall(command(words))
s = socket.socket(); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind(("", int(sys.argv[1]))); s.listen()
while True:
    conn, addr = s.accept()
    threading.Thread(target=handle, args=(conn,), daemon=True).start()
