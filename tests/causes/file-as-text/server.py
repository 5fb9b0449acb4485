import socket, threading, sys, os
def handle(conn):
    req = conn.recv(4096).decode()
    path = req.split()[1]
    if path == "/": path = "/index.html"
    with open("." + path) as f:
        body = f.read()
    conn.sendall(("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(body) + body).encode())
    conn.close()
s = socket.socket()
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind(("", int(sys.argv[1])))
s.listen()
while True:
    conn, addr = s.accept()
    threading.Thread(target=handle, args=(conn,), daemon=True).start()
