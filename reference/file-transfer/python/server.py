"""Gives away the files of its working folder.

    python3 server.py 6000
"""

import socket
import struct
import sys
import threading
import zlib
from pathlib import Path

root = Path.cwd().resolve()


def file_named(name: str) -> bytes | None:
    file = (root / name).resolve()
    return file.read_bytes() if file.is_relative_to(root) and file.is_file() else None


def serve(client: socket.socket) -> None:
    with client, client.makefile("rb") as stream:
        try:
            while head := stream.read(2):
                name = stream.read(*struct.unpack("!H", head))
                content = file_named(name.decode(errors="replace"))
                if content is None:
                    client.sendall(b"\1")
                else:
                    client.sendall(struct.pack("!BQ", 0, len(content)) + content + struct.pack("!I", zlib.crc32(content)))
        except (OSError, ValueError, struct.error) as error:
            print(f"lost a client: {error}", file=sys.stderr)


with socket.create_server(("", int(sys.argv[1]))) as listener:
    while True:
        client, _ = listener.accept()
        threading.Thread(target=serve, args=(client,), daemon=True).start()
