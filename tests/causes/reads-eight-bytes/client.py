import socket
s = socket.socket()
s.connect(('localhost', 8000))
s.sendall(b"Hello, server!")
data = s.recv(8)
print("Received:", data.decode())
s.close()
