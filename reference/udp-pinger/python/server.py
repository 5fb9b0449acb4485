"""Answers pings in capital letters, and loses about three in ten.

    python3 server.py 12000
"""

import random
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
while True:
    message, client = sock.recvfrom(2048)
    if random.random() >= 0.3:
        sock.sendto(message.decode(errors="replace").upper().encode(), client)
