import socket
import threading

lock = threading.Lock()

def layani(conn):
    with lock:
        pesan = conn.recv(1024).decode(errors="replace")
        print(pesan, flush=True)
        conn.sendall(b"Pesan diterima!")
        conn.close()

s = socket.socket()
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind(("127.0.0.1", 12345))
s.listen(50)
while True:
    conn, addr = s.accept()
    threading.Thread(target=layani, args=(conn,), daemon=True).start()
