import socket, ssl, sys, threading

def serve(conn):
    try:
        with context.wrap_socket(conn, server_side=True) as secured, secured.makefile("rb") as lines:
            for line in lines:
                if line.endswith(b"\n"): secured.sendall(line.upper())
    except OSError: pass

context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain("tls/cert.pem", "tls/key.pem")
sock = socket.create_server(("", int(sys.argv[1])))
while True:
    conn, _ = sock.accept()
    threading.Thread(target=serve, args=(conn,), daemon=True).start()
