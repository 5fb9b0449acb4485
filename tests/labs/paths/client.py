import socket, sys

with socket.socket(socket.AF_UNIX) as sock:
    sock.connect(sys.argv[1])
    sock.sendall(b"halo\n")
    while data := sock.recv(100): print("got", data.decode(), flush=True)
