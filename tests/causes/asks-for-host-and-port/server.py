import socket

host = input("Host: ")
port = int(input("Port: "))
server = socket.create_server((host, port))
while True:
    conn, _ = server.accept()
    with conn:
        conn.sendall(conn.recv(1024))
