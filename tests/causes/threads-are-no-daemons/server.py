import socket, threading
import argparse
p = argparse.ArgumentParser()
p.add_argument("--port", type=int, default=5000)
args = p.parse_args()

def handle(conn, addr):
    print("Client terhubung", addr)
    while True:
        pesan = conn.recv(1024).decode()
        if pesan == "exit":
            break
        print("Pesan:", pesan)
        conn.send(pesan.encode())
    conn.close()
server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(("localhost", args.port))
server.listen(5)
while True:
    conn, addr = server.accept()
    t = threading.Thread(target=handle, args=(conn, addr))
    t.start()
