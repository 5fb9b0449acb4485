"""Sends a message to the server and prints the acknowledgement.

    python3 client.py [--port 12345]
"""

import argparse
import socket
import sys

HOST = "127.0.0.1"
MESSAGE = "Halo, server!"
BUFFER_SIZE = 1024


def ask(port):
    with socket.create_connection((HOST, port)) as connection:
        connection.sendall(MESSAGE.encode())
        # One recv() is enough for an answer this short; a longer one may arrive in pieces.
        return connection.recv(BUFFER_SIZE)


def main():
    parser = argparse.ArgumentParser(description="Sends a message and prints the answer", usage=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, default=12345)
    port = parser.parse_args().port
    try:
        answer = ask(port)
    except OSError as error:
        sys.exit(f"No answer from {HOST} port {port}: {error.strerror or error}")
    except KeyboardInterrupt:
        sys.exit(130)
    print(f"Balasan dari server: {answer.decode(errors='replace')}")


if __name__ == "__main__":
    main()
