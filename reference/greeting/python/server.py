"""Greets every client as soon as it connects.

    python3 server.py [--port 12345]
"""

import argparse
import socket
import sys

# Every address of this machine, 192.168.0.1 among them if it has it.
HOST = "0.0.0.0"
GREETING = "Terima kasih telah terhubung.\n"


def serve(port):
    with socket.create_server((HOST, port)) as server:
        print(f"Listening on port {port}", flush=True)
        while True:
            client, address = server.accept()
            print(f"Connected: {address}", flush=True)
            greet(client)


def greet(client):
    with client:
        try:
            # Nothing is received first: in this protocol the server begins.
            client.sendall(GREETING.encode())
        except ConnectionError as error:
            print(f"The client has gone: {error.strerror}", flush=True)


def main():
    parser = argparse.ArgumentParser(description="Greets every client", usage=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, default=12345)
    port = parser.parse_args().port
    try:
        serve(port)
    except OSError as error:
        sys.exit(f"Cannot listen on port {port}: {error.strerror}")
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
