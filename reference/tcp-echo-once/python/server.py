"""TCP echo server, one message per connection: receive, send the same back, close.

    python3 server.py --port 8080
"""

import argparse
import socket
import sys

HOST = "localhost"
BUFFER_SIZE = 4096


def port_number(text):
    port = int(text)
    if not 1 <= port <= 65535:
        raise argparse.ArgumentTypeError(f"{port} is not between 1 and 65535")
    return port


def log(text):
    try:
        print(text, flush=True)
    except OSError:
        # Nobody reads the log any more; that is no reason to stop serving.
        sys.stdout = None


def serve(port):
    # create_server() is socket(), SO_REUSEADDR, bind() and listen(). Without SO_REUSEADDR the port
    # stays taken for a minute after a restart, because old connections linger in TIME_WAIT.
    with socket.create_server((HOST, port)) as server:
        log(f"Listening on {HOST} port {port}")
        while True:
            client, address = server.accept()
            with client:
                answer(client, address)


def answer(client, address):
    try:
        # Bytes go back as they came: a message need not be text, so nothing is decoded.
        data = client.recv(BUFFER_SIZE)
        # send() may take only a part of the data, sendall() takes all of it.
        client.sendall(data)
        log(f"Echoed {len(data)} bytes to {address}")
    except ConnectionError as error:
        # The client has gone; the next one is waiting.
        log(f"Lost {address}: {error.strerror}")


def main():
    # Without the usage text a wrong argument is one line of error.
    parser = argparse.ArgumentParser(description="TCP echo server, one message per connection", usage=argparse.SUPPRESS)
    parser.add_argument("--port", type=port_number, required=True)
    port = parser.parse_args().port
    try:
        serve(port)
    except KeyboardInterrupt:
        log("Server is shutting down")
    except OSError as error:
        sys.exit(f"Cannot listen on {HOST} port {port}: {error.strerror}")


if __name__ == "__main__":
    main()
