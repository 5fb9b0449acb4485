import socket, os
s = socket.socket()
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind(('127.0.0.1', 12345))
s.listen(5)
while True:
    conn, addr = s.accept()
    if os.fork() == 0:
        print("Pesan:", conn.recv(1024).decode())
        conn.sendall(b"Pesan diterima!")
        conn.close()
        os._exit(0)
