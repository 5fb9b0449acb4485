import socket, threading, sys
clients = {}
def broadcast(text, sender):
    for c in list(clients):
        c.sendall(text.encode())
def handle(conn):
    f = conn.makefile("r")
    name = f.readline().strip()
    if name in clients.values():
        conn.sendall(b"! taken\n")
        conn.close(); f.close()
        return
    clients[conn] = name
    broadcast(f"* {name} joined\n", conn)
    for line in f:
        broadcast(f"{name}: {line}", conn)
    del clients[conn]
    broadcast(f"* {name} left\n", conn)
    conn.close()
s = socket.socket()
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind(("", int(sys.argv[1])))
s.listen()
while True:
    conn, addr = s.accept()
    threading.Thread(target=handle, args=(conn,), daemon=True).start()
