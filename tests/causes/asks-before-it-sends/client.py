import socket
c = socket.socket()
c.connect(("127.0.0.1", 12345))
pesan = input("Pesan: ")
c.send(pesan.encode())
while True:
    print("Balasan dari server:", c.recv(1024).decode())
