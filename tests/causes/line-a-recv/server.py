import socket, sys, threading
clients = []
def siarkan(pesan, pengirim):
    for c in clients:
        if c != pengirim:
            c.send(pesan)
def layani(c):
    nama = c.recv(1024).decode().strip()
    siarkan(f"* {nama} joined\n", c)
    while True:
        data = c.recv(1024)
        if not data:
            clients.remove(c)
            siarkan(f"* {nama} left\n".encode(), c)
            break
        siarkan(f"{nama}: ".encode() + data, c)
s = socket.socket()
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind(("", int(sys.argv[1])))
s.listen()
while True:
    c, a = s.accept()
    clients.append(c)
    threading.Thread(target=layani, args=(c,), daemon=True).start()
