"""UDP echo server: sends every datagram back to its sender.

    python3 server.py --port 8080
"""

import argparse
import socket
import sys

HOST = "localhost"
# No datagram is longer, so nothing is ever cut off.
BUFFER_SIZE = 65535


def port_number(text):
    port = int(text)
    if not 1 <= port <= 65535:
        raise argparse.ArgumentTypeError(f"{port} is not between 1 and 65535")
    return port


def serve(port):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.bind((HOST, port))
        print(f"Waiting for datagrams on {HOST} port {port}", flush=True)
        while True:
            # One recvfrom is one whole datagram. No bytes at all are a datagram too, not the end of something.
            data, address = server.recvfrom(BUFFER_SIZE)
            # The bytes go back as they came, to the very address they came from: nobody is connected.
            server.sendto(data, address)


def main():
    # Without the usage text a wrong argument is one line of error.
    parser = argparse.ArgumentParser(description="UDP echo server", usage=argparse.SUPPRESS)
    parser.add_argument("--port", type=port_number, required=True)
    port = parser.parse_args().port
    try:
        serve(port)
    except KeyboardInterrupt:
        print("Server is shutting down")
    except OSError as error:
        sys.exit(f"Cannot use {HOST} port {port}: {error.strerror}")


if __name__ == "__main__":
    main()
