"""A calculator over UDP: a datagram for a question, a datagram for its answer.

    python3 udp_server.py 5000
"""

import socket
import sys

from calculate import answer

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
while True:
    question, client = sock.recvfrom(65535)
    sock.sendto(answer(question.decode(errors="replace")).encode(), client)
