import socket, sys
port = int(sys.argv[2])
s = socket.socket()
s.bind(('localhost', port))
s.listen()
while True:
    conn, addr = s.accept()
    data = conn.recv(1024)
   conn.sendall(data)
    conn.close()
