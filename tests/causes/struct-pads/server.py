import socket, sys, struct, os, zlib

def baca(conn, n):
    data = b""
    while len(data) < n:
        d = conn.recv(n - len(data))
        if not d:
            return None
        data += d
    return data

s = socket.socket()
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind(("", int(sys.argv[1])))
s.listen(5)
while True:
    conn, a = s.accept()
    while True:
        h = baca(conn, 2)
        if h is None:
            break
        n = struct.unpack("!H", h)[0]
        nama = baca(conn, n).decode()
        if "/" not in nama and os.path.exists(nama):
            isi = open(nama, "rb").read()
            conn.sendall(struct.pack("@BQ", 0, len(isi)) + isi + struct.pack("!I", zlib.crc32(isi)))
        else:
            conn.sendall(b"\x01")
    conn.close()
