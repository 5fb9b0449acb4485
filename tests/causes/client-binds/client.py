import socket, sys
port = int(sys.argv[2])
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(('localhost', port))
s.sendto(b'Halo', ('localhost', port))
data, addr = s.recvfrom(1024)
print(data.decode())
