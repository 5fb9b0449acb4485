"""Sends a file by stop-and-wait.

    python3 sender.py localhost 7000 hello.txt
"""

import socket
import sys
import time

from packet import ACK, DATA, END, pack, unpack

receiver = sys.argv[1], int(sys.argv[2])
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
with open(sys.argv[3], "rb") as file:
    content = file.read()


def deliver(kind: int, number: int, data: bytes = b"") -> None:
    """Sends the packet until it is acknowledged."""
    for _ in range(11):
        sock.sendto(pack(kind, number, data), receiver)
        deadline = time.monotonic() + 0.5
        while (rest := deadline - time.monotonic()) > 0:
            sock.settimeout(rest)
            try:
                answer = unpack(sock.recvfrom(2048)[0])
            except TimeoutError:
                break
            except ConnectionRefusedError:
                continue
            if answer == (ACK, number, b""):
                return
    sys.exit("The receiver does not answer.")


number = 0
for start in range(0, len(content), 512):
    deliver(DATA, number, content[start : start + 512])
    number = 1 - number
deliver(END, number)
