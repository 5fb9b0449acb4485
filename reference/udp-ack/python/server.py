"""UDP server: prints each message and acknowledges it to its sender.

    python3 server.py
"""

import socket
import sys

HOST = "127.0.0.1"
PORT = 12345
# No datagram is longer, so nothing is ever cut off.
BUFFER_SIZE = 65535


def serve():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.bind((HOST, PORT))
        print("Menunggu pesan...", flush=True)
        while True:
            # One recvfrom is one whole message, even an empty one, and tells who sent it.
            data, address = server.recvfrom(BUFFER_SIZE)
            # Anybody may send any bytes: those that are no text are printed in an escaped form.
            print(f"Pesan dari {address}: {data.decode(errors='backslashreplace')}", flush=True)
            # Nobody is connected: every answer needs the address of the message that it answers.
            server.sendto("Pesan diterima!".encode(), address)


def main():
    try:
        serve()
    except KeyboardInterrupt:
        print("Server berhenti")
    except OSError as error:
        sys.exit(f"Tidak dapat memakai {HOST} port {PORT}: {error.strerror}")


if __name__ == "__main__":
    main()
