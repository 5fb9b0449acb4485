import socket, sys
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
for word in b"halo", b"hello":
    sock.sendto(word, ("127.0.0.1", int(sys.argv[1])))
    print("got", sock.recv(100).decode(), flush=True)
