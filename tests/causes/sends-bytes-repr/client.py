import socket

s = socket.socket()
s.connect(('localhost', 8000))
s.sendall(str("Hello, server!".encode()).encode())
print("Received:", s.recv(1024).decode())
s.close()
