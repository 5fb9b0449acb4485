"""UDP echo client: sends one message, prints the reply, asks again when none comes.

    python3 client.py --port 8080
"""

import argparse
import socket
import sys

HOST = "localhost"
MESSAGE = "Test message. This will be echoed"
BUFFER_SIZE = 65535
TRIES = 3
TIMEOUT_SECONDS = 1


def port_number(text):
    port = int(text)
    if not 1 <= port <= 65535:
        raise argparse.ArgumentTypeError(f"{port} is not between 1 and 65535")
    return port


def echo(port, message):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        client.settimeout(TIMEOUT_SECONDS)
        # connect() sends nothing over UDP. It sets the address for send(), and from then on the kernel lets
        # nothing through that comes from another one.
        client.connect((HOST, port))
        for _ in range(TRIES):
            # The datagram or its reply may have been lost: after a while the client asks again.
            client.send(message)
            try:
                return client.recv(BUFFER_SIZE)
            except TimeoutError:
                continue
        raise TimeoutError(f"no reply to {TRIES} datagrams")


def main():
    # Without the usage text a wrong argument is one line of error.
    parser = argparse.ArgumentParser(description="UDP echo client", usage=argparse.SUPPRESS)
    parser.add_argument("--port", type=port_number, required=True)
    port = parser.parse_args().port
    try:
        reply = echo(port, MESSAGE.encode())
    except OSError as error:
        sys.exit(f"No echo from {HOST} port {port}: {error.strerror or error}")
    except KeyboardInterrupt:
        sys.exit(130)
    print("Received:", reply.decode(errors="replace"))


if __name__ == "__main__":
    main()
