import os, socket, sys
host, port, name = sys.argv[1], int(sys.argv[2]), " ".join(sys.argv[3:]) or "nobody"
sock = socket.create_connection((host, port))
sock.sendall(f"{name} {os.environ.get('MOOD', 'calm')}\n".encode())
for line in sock.makefile():
    print(f"{name} got {line}", end="", flush=True)
