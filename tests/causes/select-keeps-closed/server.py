import select
import socket
import sys

HOST = "localhost"
PORT = int(sys.argv[sys.argv.index("--port") + 1])
s = socket.socket()
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind((HOST, PORT))
s.listen()
sockets = [s]
while True:
    r, w, e = select.select(sockets, [], [])
    for sock in r:
        if sock is s:
            c, a = s.accept()
            sockets.append(c)
        else:
            data = sock.recv(4096)
            if data:
                sock.sendall(data)
            else:
                sock.close()
