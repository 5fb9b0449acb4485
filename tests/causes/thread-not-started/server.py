import socket
import threading

def layani(conn, addr):
    pesan = conn.recv(1024).decode()
    print("Pesan dari client:", pesan)
    conn.send("Pesan diterima!".encode())
    conn.close()

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("127.0.0.1", 12345))
server.listen(1)
conn, addr = server.accept()
t = threading.Thread(target=layani, args=(conn, addr))
