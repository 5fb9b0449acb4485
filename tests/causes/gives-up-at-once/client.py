import socket
socket.setdefaulttimeout(0.5)
try:
    s = socket.create_connection(("example.com", 80))
    s.send("halo".encode())
    data = s.recv(1024)
    print(data)
except Exception as e:
    print("gagal:", e)
