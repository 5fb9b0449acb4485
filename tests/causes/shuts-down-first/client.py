import socket
s = socket.socket()
s.connect(("localhost", 8000))
s.shutdown(socket.SHUT_RDWR)
s.sendall(b"Hello, server!")
print("Received:", s.recv(1024).decode())
s.close()
