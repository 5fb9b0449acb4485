import socket, sys, threading
clients = []
def broadcast(msg):
    for c in clients:
        c.send(msg)
def handle(c):
    name = c.recv(1024).decode()
    broadcast(f'* {name} joined'.encode())
    clients.append(c)
    while True:
        m = c.recv(1024)
        broadcast(f'{name}: {m.decode()}'.encode())
s = socket.socket()
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind(('', int(sys.argv[1])))
s.listen()
while True:
    c, a = s.accept()
    threading.Thread(target=handle, args=(c,)).start()
