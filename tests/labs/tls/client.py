import socket, ssl, sys

context = ssl.create_default_context(cafile="ca.pem")
try:
    with socket.create_connection(("localhost", int(sys.argv[1]))) as sock:
        with context.wrap_socket(sock, server_hostname="localhost") as secured:
            secured.sendall(b"halo\n")
            while data := secured.recv(100): print("got", data.decode(), flush=True)
except ssl.SSLError as error:
    sys.exit(f"no TLS: {error}")
