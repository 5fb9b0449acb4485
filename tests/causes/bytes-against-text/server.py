import socket
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("127.0.0.1", 12345))
while True:
    data, addr = sock.recvfrom(1024)
    print("Pesan dari client:", data.decode())
    if data == "Halo, server!":
        sock.sendto("Pesan diterima!".encode(), addr)
