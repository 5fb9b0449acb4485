"""Asks a name server for the IPv4 addresses of a name.

    python3 client.py 127.0.0.1 53 www.example.org
"""

import os
import socket
import struct
import sys

host, port, name = sys.argv[1], int(sys.argv[2]), sys.argv[3]


def query(identity: bytes) -> bytes:
    labels = b"".join(bytes([len(label)]) + label.encode() for label in name.split("."))
    return identity + struct.pack("!5H", 0x0100, 1, 0, 0, 0) + labels + b"\0" + struct.pack("!2H", 1, 1)


def after_name(message: bytes, at: int) -> int:
    """Where what follows a name begins; a pointer ends it."""
    while message[at] != 0:
        if message[at] >= 0xC0:
            return at + 2
        at += 1 + message[at]
    return at + 1


def addresses(message: bytes) -> list[str]:
    _, flags, questions, answers = struct.unpack("!4H", message[:8])
    if flags & 15 != 0:
        sys.exit(f"There is no address of {name} (response code {flags & 15}).")
    at = 12
    for _ in range(questions):
        at = after_name(message, at) + 4
    found = []
    for _ in range(answers):
        at = after_name(message, at)
        kind, _, _, length = struct.unpack("!2HIH", message[at : at + 10])
        at += 10
        if kind == 1:
            found.append(socket.inet_ntoa(message[at : at + 4]))
        at += length
    return found


sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(2)
identity = os.urandom(2)
answer = b""
for _ in range(20):
    sock.sendto(query(identity), (host, port))
    try:
        while answer[:2] != identity:
            answer, _ = sock.recvfrom(4096)
        break
    except TimeoutError:
        pass
else:
    sys.exit(f"{host} does not answer.")
for address in addresses(answer):
    print(address)
