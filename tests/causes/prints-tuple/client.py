import socket, sys
port = int(sys.argv[2])
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.settimeout(2)
s.sendto(b'Halo server', ('localhost', port))
try:
    data = s.recvfrom(1024)
    print('Balasan:', data)
except socket.timeout:
    print('no reply')
