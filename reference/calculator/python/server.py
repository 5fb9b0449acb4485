"""A calculator over TCP: a line for a question, a line for its answer.

    python3 server.py 5000
"""

import socket
import sys
import threading

from calculate import answer


def serve(client: socket.socket) -> None:
    with client, client.makefile("r", encoding="utf-8", errors="replace") as questions:
        try:
            for question in questions:
                client.sendall(answer(question).encode() + b"\n")
        except OSError as error:
            print(f"lost a client: {error}", file=sys.stderr)


with socket.create_server(("", int(sys.argv[1]))) as listener:
    while True:
        client, _ = listener.accept()
        threading.Thread(target=serve, args=(client,), daemon=True).start()
