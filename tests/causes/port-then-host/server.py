import socket
import sys

if len(sys.argv) != 3 or not sys.argv[1].isdigit():
    sys.exit("usage: server.py PORT HOST")
server = socket.create_server((sys.argv[2], int(sys.argv[1])))
while True:
    conn, _ = server.accept()
    with conn:
        conn.sendall(conn.recv(1024))
