import select
import socket
import sys

port = int(sys.argv[2])
server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(("localhost", port))
server.listen(5)
clients = []
while True:
    readable, _, _ = select.select([server], [], [])
    for sock in readable:
        conn, addr = sock.accept()
        clients.append(conn)
    for conn in clients:
        data = conn.recv(1024)
        if data:
            conn.sendall(data)
