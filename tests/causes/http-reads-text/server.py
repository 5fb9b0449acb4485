import socket, sys, os, threading
types = {".html": "text/html", ".txt": "text/plain", ".png": "image/png"}
def serve(c):
    req = c.recv(4096).decode()
    method, path, _ = req.split(" ", 2)
    path = path.lstrip("/") or "index.html"
    try:
        body = open(path).read()
        ct = types[os.path.splitext(path)[1]]
        c.sendall(f"HTTP/1.1 200 OK\r\nContent-Type: {ct}\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode())
    except FileNotFoundError:
        c.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
    c.close()
s = socket.socket()
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind(("", int(sys.argv[1])))
s.listen()
while True:
    c, _ = s.accept()
    threading.Thread(target=serve, args=(c,)).start()
