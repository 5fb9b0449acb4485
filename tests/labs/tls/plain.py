import socket, sys

sock = socket.create_server(("", int(sys.argv[1])))
while True:
    conn, _ = sock.accept()
    while data := conn.recv(1000): conn.sendall(b"what? " + data)
