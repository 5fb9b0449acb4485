import socket, sys, struct, os, zlib, threading

def baca(conn, n):
    data = b""
    while len(data) < n:
        d = conn.recv(n - len(data))
        if not d:
            return None
        data += d
    return data

def layani(conn):
    while True:
        h = baca(conn, 2)
        if h is None:
            break
        n = struct.unpack("H", h)[0]
        nama = baca(conn, n).decode()
        if os.path.exists(nama):
            isi = open(nama, "rb").read()
            conn.sendall(struct.pack("BQ", 0, len(isi)) + isi + struct.pack("I", zlib.crc32(isi)))
        else:
            conn.sendall(b"\x01")
    conn.close()

s = socket.socket()
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind(("", int(sys.argv[1])))
s.listen(5)
while True:
    c, a = s.accept()
    threading.Thread(target=layani, args=(c,), daemon=True).start()
