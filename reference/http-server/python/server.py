"""A web server for the files of its working folder.

    python3 server.py 8080
"""

import mimetypes
import socket
import sys
import threading
from pathlib import Path
from urllib.parse import unquote, urlsplit

root = Path.cwd().resolve()


def read_request(stream) -> tuple[str, str, dict[str, str]] | None:
    """Method, path and header fields of the next request; None when there is none."""
    first = stream.readline().decode("latin-1").split()
    fields = {}
    while line := stream.readline().strip():
        name, _, value = line.decode("latin-1").partition(":")
        fields[name.lower()] = value.strip()
    return (first[0], first[1], fields) if len(first) == 3 else None


def answer(method: str, target: str) -> tuple[str, str, bytes]:
    """Status, kind and bytes of the answer."""
    if method != "GET":
        return "405 Method Not Allowed", "text/plain", b"only GET\n"
    file = (root / unquote(urlsplit(target).path).lstrip("/")).resolve()
    if file.is_dir():
        file /= "index.html"
    if not file.is_relative_to(root) or not file.is_file():
        return "404 Not Found", "text/plain", b"not found\n"
    return "200 OK", mimetypes.guess_type(file.name)[0] or "application/octet-stream", file.read_bytes()


def serve(client: socket.socket) -> None:
    with client, client.makefile("rb") as stream:
        try:
            while request := read_request(stream):
                method, target, fields = request
                status, kind, body = answer(method, target)
                head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
                client.sendall(head.encode() + body)
                if fields.get("connection", "").lower() == "close":
                    return
        except OSError as error:
            print(f"lost a client: {error}", file=sys.stderr)


with socket.create_server(("", int(sys.argv[1])), backlog=16) as listener:
    while True:
        client, _ = listener.accept()
        threading.Thread(target=serve, args=(client,), daemon=True).start()
