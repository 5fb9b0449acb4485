"""Sends ten pings and says how long each took.

    python3 client.py localhost 12000
"""

import socket
import sys
import time

server = sys.argv[1], int(sys.argv[2])
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
lost = 0
for number in range(1, 11):
    started = time.monotonic()
    sock.sendto(f"Ping {number} {time.time()}".encode(), server)
    deadline = started + 1
    try:
        while True:
            # A late answer to an earlier ping is no answer to this one.
            sock.settimeout(max(deadline - time.monotonic(), 0.001))
            answer, _ = sock.recvfrom(2048)
            if answer.decode().upper().startswith(f"PING {number} "):
                break
    except TimeoutError:
        lost += 1
        print(f"{number}: Request timed out")
    else:
        print(f"{number}: {answer.decode()}, round trip {time.monotonic() - started:.6f} s")
print(f"{lost * 10} % lost")
