import socket
import sys
import threading


def serve(client):
    with client, client.makefile("r") as lines:
        for line in lines:
            client.sendall(line.upper().encode())


listener = socket.create_server(("", int(sys.argv[sys.argv.index("--port") + 1])))
while True:
    client, _ = listener.accept()
    threading.Thread(target=serve, args=(client,), daemon=True).start()
