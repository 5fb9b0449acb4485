import socket, sys
port = int(sys.argv[2])
s = socket.socket()
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind(('localhost', port))
s.listen()
while True:
    try:
        conn, addr = s.accept()
        data = con.recv(1024)
        conn.sendall(data)
        conn.close()
    except:
        pass
