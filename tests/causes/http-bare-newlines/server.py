import socket, sys, threading, os
def layani(c):
    req = c.recv(4096).decode()
    path = req.split()[1]
    if path == "/":
        path = "/index.html"
    try:
        isi = open("." + path, "rb").read()
        c.sendall(b"HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Length: " + str(len(isi)).encode() + b"\n" + isi)
    except FileNotFoundError:
        c.sendall(b"HTTP/1.1 404 Not Found\n\n")
    c.close()
s = socket.socket()
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind(("", int(sys.argv[1])))
s.listen(5)
while True:
    c, a = s.accept()
    threading.Thread(target=layani, args=(c,), daemon=True).start()
