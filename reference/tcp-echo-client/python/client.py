"""Sends each line from the keyboard to an echo server and prints the reply.

    python3 client.py --port 8080
"""

import argparse
import socket
import sys

HOST = "localhost"
TIMEOUT_SECONDS = 5
BUFFER_SIZE = 4096


def port_number(text):
    port = int(text)
    if not 1 <= port <= 65535:
        raise argparse.ArgumentTypeError(f"{port} is not between 1 and 65535")
    return port


def talk(connection):
    while True:
        try:
            line = input("> ")
        except EOFError:
            # Ctrl-D: no more lines.
            print()
            return
        print("Received:", exchange(connection, line))


def exchange(connection, line):
    # Encode first and count then: "☕" is one character and three bytes.
    message = line.encode()
    connection.sendall(message)
    reply = b""
    while len(reply) < len(message):
        data = connection.recv(BUFFER_SIZE)
        if not data:
            raise ConnectionError(f"the server closed after {len(reply)} of {len(message)} bytes")
        reply += data
    # Only the whole reply can be decoded: a piece may end in the middle of a character.
    return reply.decode(errors="replace")


def main():
    parser = argparse.ArgumentParser(description="TCP echo client", usage=argparse.SUPPRESS)
    parser.add_argument("--port", type=port_number, required=True)
    port = parser.parse_args().port
    try:
        # The time-out holds for connect() and for every recv() and sendall() after it.
        with socket.create_connection((HOST, port), timeout=TIMEOUT_SECONDS) as connection:
            talk(connection)
    except TimeoutError:
        sys.exit(f"No reply within {TIMEOUT_SECONDS} seconds")
    except OSError as error:
        sys.exit(f"{HOST} port {port}: {error.strerror or error}")
    except KeyboardInterrupt:
        print()
        sys.exit(130)


if __name__ == "__main__":
    main()
