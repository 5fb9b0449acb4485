import socket, ssl, sys

context = ssl._create_unverified_context()
with socket.create_connection(("localhost", int(sys.argv[1]))) as sock:
    with context.wrap_socket(sock) as secured:
        secured.sendall(b"halo\n")
        while data := secured.recv(100): print("got", data.decode(), flush=True)
