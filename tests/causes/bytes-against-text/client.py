import socket
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.sendto("Halo, server!".encode(), ("127.0.0.1", 12345))
data, addr = sock.recvfrom(5)
print("Balasan:", data.decode())
