"""A proxy for HTTP.

    python3 proxy.py 8888
"""

import socket
import sys
import threading
from urllib.parse import urlsplit


def read_head(stream) -> list[bytes]:
    """The request's first line and its header fields."""
    lines = []
    while line := stream.readline().strip():
        lines.append(line)
    return lines


def serve(client: socket.socket) -> None:
    with client, client.makefile("rb") as stream:
        try:
            head = read_head(stream)
            if head:
                forward(head, client)
        except OSError as error:
            print(f"lost a client: {error}", file=sys.stderr)


def forward(head: list[bytes], client: socket.socket) -> None:
    method, url, _ = head[0].decode("latin-1").split()
    parts = urlsplit(url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    fields = [line for line in head[1:] if not line.lower().startswith((b"host:", b"connection:", b"proxy-connection:"))]
    try:
        origin = socket.create_connection((parts.hostname, parts.port or 80), timeout=30)
    except OSError:
        client.sendall(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        return
    with origin:
        request = [f"{method} {path} HTTP/1.1".encode(), f"Host: {parts.netloc}".encode(), *fields, b"Connection: close"]
        origin.sendall(b"\r\n".join(request) + b"\r\n\r\n")
        while data := origin.recv(65536):
            client.sendall(data)


with socket.create_server(("", int(sys.argv[1])), backlog=16) as listener:
    while True:
        client, _ = listener.accept()
        threading.Thread(target=serve, args=(client,), daemon=True).start()
