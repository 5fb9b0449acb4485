"""Prints the server's greeting, then sends a message.

    python3 client.py [--host 192.168.0.1] [--port 12345]
"""

import argparse
import socket
import sys

MESSAGE = "Hai server, client ingin berkomunikasi.\n"
BUFFER_SIZE = 1024


def receive_greeting(connection):
    greeting = b""
    # The greeting may come in pieces; it is complete when the server stops sending.
    while data := connection.recv(BUFFER_SIZE):
        greeting += data
    return greeting.decode(errors="replace")


def main():
    parser = argparse.ArgumentParser(description="Prints a greeting and answers it", usage=argparse.SUPPRESS)
    parser.add_argument("--host", default="192.168.0.1")
    parser.add_argument("--port", type=int, default=12345)
    options = parser.parse_args()
    try:
        with socket.create_connection((options.host, options.port)) as connection:
            print(receive_greeting(connection))
            connection.sendall(MESSAGE.encode())
    except OSError as error:
        sys.exit(f"{options.host} port {options.port}: {error.strerror or error}")
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
