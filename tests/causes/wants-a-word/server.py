import socket
import sys

if len(sys.argv) != 4 or sys.argv[1] != "serve":
    sys.exit("Penggunaan: server.py serve HOST PORT")
server = socket.create_server((sys.argv[2], int(sys.argv[3])))
while True:
    conn, _ = server.accept()
    with conn:
        conn.sendall(conn.recv(1024))
