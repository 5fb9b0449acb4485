import socket
s = socket.socket()
s.bind(("localhost", 8000))
s.listen()
c, a = s.accept()
m = c.recv(1024)
print("Received:", a)
c.send("Hello, client!".encode())
