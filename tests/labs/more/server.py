import json, os, socket, struct, sys, threading, time, urllib.parse

def serve(conn):
    for line in conn.makefile("rb"):
        word = line.strip().decode()
        if word == "frame": conn.sendall(struct.pack("!I", 4) + b"halo" + struct.pack("!I", 9) + b"hal")
        elif word == "crlf": conn.sendall(b"notice\r\n250 OK ann\r\nrest\n")
        elif word == "unended": conn.sendall(b"250 OK"); conn.close(); return
        elif word == "json": conn.sendall(json.dumps({"type": "result", "value": 42, "more": {"a": 1, "b": 2}}).encode() + b"\n")
        elif word == "bytes": conn.sendall(struct.pack("!BHH", 3, 1, 6) + b"abc" + b"\0\0\0")
        elif word == "slow": time.sleep(0.6); conn.sendall(b"late\n")
        elif word.startswith("fetch"):
            url = urllib.parse.urlsplit(word.split()[1])
            with socket.create_connection((url.hostname, url.port)) as origin:
                origin.sendall(f"GET {url.path} HTTP/1.1\r\nHost: {url.netloc}\r\nConnection: close\r\n\r\n".encode())
                answer = b""
                while piece := origin.recv(4096): answer += piece
            conn.sendall(answer.split(b"\r\n\r\n", 1)[1] + b"\n")
        elif word.startswith("write"): open("out/../written.txt", "w").write(word[6:]); conn.sendall(b"done\n")
        elif word == "read": conn.sendall(open("pages/data.bin", "rb").read())
        elif word == "quit": print("bye"); open("last.txt", "w").write("last"); os._exit(0)

def http(conn):
    data = conn.makefile("rb")
    while first := data.readline():
        headers = {}
        while (line := data.readline().strip()): 
            name, value = line.decode().split(":", 1); headers[name.lower()] = value.strip()
        path = first.split()[1].decode()
        if path == "/": conn.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 5\r\n\r\nhello")
        elif path == "/chunked": conn.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n")
        elif path == "/bad": conn.sendall(b"200 OK\r\n\r\n")
        elif path == "/short": conn.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello")
        elif path == "/end": conn.sendall(b"HTTP/1.0 200 OK\r\n\r\nhello"); conn.shutdown(socket.SHUT_WR); return
        elif path == "/post": body = data.read(int(headers["content-length"])); conn.sendall(b"HTTP/1.1 201 Created\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body.upper()))
        else: conn.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")

def kind(conn):
    (http if conn.recv(5, socket.MSG_PEEK) in (b"GET /", b"POST ", b"HEAD ") else serve)(conn)

os.makedirs("out", exist_ok=True)
server = socket.create_server(("", int(sys.argv[1])))
while True:
    threading.Thread(target=kind, args=(server.accept()[0],), daemon=True).start()
