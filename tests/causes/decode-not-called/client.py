import socket
s = socket.socket()
s.connect(("localhost", 8000))
s.send("Hello server!".encode())
m = s.recv(1024)
print("Received:", m.decode)
s.close()
