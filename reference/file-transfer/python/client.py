"""Fetches one file.

    python3 client.py localhost 6000 hello.txt
"""

import socket
import struct
import sys
import zlib
from pathlib import Path

host, port, name = sys.argv[1], int(sys.argv[2]), sys.argv[3]


def read(stream, length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        sys.exit("The server closed the connection too early.")
    return data


with socket.create_connection((host, port)) as server, server.makefile("rb") as stream:
    server.sendall(struct.pack("!H", len(name.encode())) + name.encode())
    if read(stream, 1) != b"\0":
        sys.exit(f"The server has no file {name}.")
    (length,) = struct.unpack("!Q", read(stream, 8))
    content = read(stream, length)
    (checksum,) = struct.unpack("!I", read(stream, 4))
if zlib.crc32(content) != checksum:
    sys.exit(f"The file {name} was damaged on its way.")
Path(name).write_bytes(content)
print(f"{length} bytes written to {name}")
