"""Serves one client: receives its message, acknowledges it, closes.

    python3 server.py [--port 12345]
"""

import argparse
import socket
import sys

HOST = "127.0.0.1"
ANSWER = "Pesan diterima!"
BUFFER_SIZE = 1024


def serve_one(port):
    # create_server() is socket(), SO_REUSEADDR, bind() and listen().
    with socket.create_server((HOST, port)) as server:
        print(f"Listening on {HOST} port {port}", flush=True)
        # accept() waits for a client and returns a socket of its own for the talk with it.
        client, address = server.accept()
    with client:
        data = client.recv(BUFFER_SIZE)
        # Sockets carry bytes, print() shows text: decode() makes the one from the other.
        print(f"Pesan dari client: {data.decode(errors='replace')}", flush=True)
        client.sendall(ANSWER.encode())


def main():
    parser = argparse.ArgumentParser(description="Serves one client", usage=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, default=12345)
    port = parser.parse_args().port
    try:
        serve_one(port)
    except OSError as error:
        sys.exit(f"Cannot serve on {HOST} port {port}: {error.strerror or error}")
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
