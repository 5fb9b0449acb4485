"""Acknowledges the message of every client, each in a thread of its own.

    python3 server.py [--port 12345]
"""

import argparse
import socket
import sys
import threading

HOST = "127.0.0.1"
ANSWER = "Pesan diterima!"
BUFFER_SIZE = 1024


def serve(port):
    # The backlog is how many clients the kernel keeps waiting between two calls of accept().
    with socket.create_server((HOST, port), backlog=128) as server:
        print(f"Menunggu koneksi di port {port}...", flush=True)
        while True:
            client, address = server.accept()
            # A daemon thread does not keep the program alive: Ctrl-C ends it although a client is connected.
            threading.Thread(target=handle, args=(client, address), daemon=True).start()


def handle(client, address):
    # "with" closes the socket whatever happens; a descriptor left open is lost until the program ends.
    with client:
        try:
            data = client.recv(BUFFER_SIZE)
            # What came need not be text: replace what cannot be decoded instead of failing.
            print(f"Pesan dari {address}: {data.decode(errors='replace')}", flush=True)
            client.sendall(ANSWER.encode())
        except ConnectionError as error:
            print(f"{address} terputus: {error.strerror}", flush=True)


def main():
    parser = argparse.ArgumentParser(description="Serves many clients at once", usage=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, default=12345)
    port = parser.parse_args().port
    try:
        serve(port)
    except OSError as error:
        sys.exit(f"Cannot listen on {HOST} port {port}: {error.strerror}")
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
