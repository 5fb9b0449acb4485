import socket
s = socket.socket()
s.settimeout(4)
try:
    s.connect(("example.com", 80))
    s.sendall(b"halo\n")
    s.setblocking(True)
    print(s.recv(1024).decode())
except socket.timeout:
    print("Waktu habis")
