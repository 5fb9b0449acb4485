import socket, threading, sys, os
def handle(conn):
    req = conn.recv(4096).decode()
    path = req.split()[1]
    if path == "/": path = "/index.html"
    try:
        with open("." + path, "rb") as f:
            body = f.read()
        conn.sendall(f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode())
    except FileNotFoundError:
        conn.sendall(b"HTTP/1.1 200 OK\r\n\r\nNot found")
    conn.close()
s = socket.socket()
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind(("", int(sys.argv[1])))
s.listen()
while True:
    conn, addr = s.accept()
    threading.Thread(target=handle, args=(conn,), daemon=True).start()
