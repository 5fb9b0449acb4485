import socket, sys, threading

def serve(conn):
    with conn, conn.makefile("rb") as lines:
        try:
            for line in lines:
                if line.endswith(b"\n"): conn.sendall(line.upper())
        except OSError: pass

sock = socket.socket(socket.AF_UNIX)
sock.bind(sys.argv[1])
sock.listen(1)
while True:
    conn, _ = sock.accept()
    threading.Thread(target=serve, args=(conn,), daemon=True).start()
