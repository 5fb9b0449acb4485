import socket
s = socket.socket()
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind(('', 12345))
s.listen(5)
while True:
    c, addr = s.accept()
    print(c.recv(1024).decode())
    c.send(b'Selamat datang!')
    c.close()
