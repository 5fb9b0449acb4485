"""Asks a server something, and gives up when nobody answers in time.

    python3 client.py [--host example.com] [--port 80]
"""

import argparse
import socket
import sys

TIMEOUT_SECONDS = 3
BUFFER_SIZE = 1024


def ask(host, port):
    # The time-out holds for connect(), and for every sendall() and recv() on the socket after it.
    with socket.create_connection((host, port), timeout=TIMEOUT_SECONDS) as connection:
        connection.sendall(b"Halo, server!\n")
        reply = b""
        while data := connection.recv(BUFFER_SIZE):
            reply += data
        return reply.decode(errors="replace")


def main():
    parser = argparse.ArgumentParser(description="Gives up in time", usage=argparse.SUPPRESS)
    parser.add_argument("--host", default="example.com")
    parser.add_argument("--port", type=int, default=80)
    options = parser.parse_args()
    where = f"{options.host} port {options.port}"
    try:
        print("Reply:", ask(options.host, options.port))
    except TimeoutError:
        sys.exit(f"No answer from {where} within {TIMEOUT_SECONDS} seconds")
    except OSError as error:
        sys.exit(f"{where}: {error.strerror or error}")
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
