import socket, sys
port = int(sys.argv[2])
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(('localhost', port))
while True:
    data, addr = s.recvfrom(65535)
    s.sendto(data, ('localhost', port + 1))
