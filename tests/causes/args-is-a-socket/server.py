import socket, threading
def layani(conn):
    data = conn.recv(1024)
    print(data.decode())
    conn.sendall(b"Pesan diterima!")
    conn.close()
s = socket.socket()
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind(("127.0.0.1", 12345))
s.listen()
while True:
    conn, addr = s.accept()
    t = threading.Thread(target=layani, args=conn)
    t.start()
