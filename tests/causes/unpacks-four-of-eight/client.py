import socket, sys, struct, zlib
host, port, name = sys.argv[1], int(sys.argv[2]), sys.argv[3]
s = socket.socket()
s.connect((host, port))
s.sendall(struct.pack('!H', len(name)) + name.encode())
status = s.recv(1)
if status == 1:
    print('no such file'); sys.exit(1)
n = struct.unpack('!I', s.recv(8))[0]
data = s.recv(n)
crc = struct.unpack('!I', s.recv(4))[0]
if zlib.crc32(data) != crc:
    print('damaged'); sys.exit(1)
open(name, 'wb').write(data)
