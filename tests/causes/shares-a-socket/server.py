import socket, threading, time
def serve():
    global conn
    data = conn.recv(1024)
    print("Pesan:", data.decode())
    conn.sendall(b"Pesan diterima!")
    conn.close()
s = socket.socket()
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind(('127.0.0.1', 12345))
s.listen(5)
while True:
    conn, addr = s.accept()
    threading.Thread(target=serve).start()
