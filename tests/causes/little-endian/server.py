import socket, sys, os, struct, zlib
s = socket.socket()
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind(('localhost', int(sys.argv[1])))
s.listen()
while True:
    c, a = s.accept()
    while True:
        h = c.recv(2)
        if len(h) < 2: break
        n = struct.unpack('H', h)[0]
        name = c.recv(n).decode()
        if os.path.isfile(name) and '/' not in name:
            data = open(name, 'rb').read()
            c.sendall(b'\x00' + struct.pack('Q', len(data)) + data + struct.pack('I', zlib.crc32(data)))
        else:
            c.sendall(b'\x01')
    c.close()
