"""Receives a file by stop-and-wait.

    python3 receiver.py 7000 received.bin
"""

import socket
import sys

from packet import ACK, DATA, END, pack, unpack

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
expected = 0
content = b""
while True:
    # No packet is longer: what is would be cut, and then its checksum is wrong.
    received, sender = sock.recvfrom(516)
    packet = unpack(received)
    if packet is None or packet[0] == ACK:
        continue
    kind, number, data = packet
    if number == expected:
        expected = 1 - expected
        if kind == DATA:
            content += data
        elif kind == END:
            with open(sys.argv[2], "wb") as file:
                file.write(content)
    sock.sendto(pack(ACK, number), sender)
