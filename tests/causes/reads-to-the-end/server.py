import socket, sys
port = int(sys.argv[2])
s = socket.socket()
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind(('localhost', port))
s.listen()
while True:
    conn, addr = s.accept()
    data = b''
    while True:
        part = conn.recv(1024)
        if not part:
            break
        data += part
    conn.sendall(data)
    conn.close()
