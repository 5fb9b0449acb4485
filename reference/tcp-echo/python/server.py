"""TCP echo server: every client gets each of its bytes back until it says that it has sent all.

    python3 server.py --port 8080
"""

import argparse
import socket
import sys
import threading

BUFFER_SIZE = 65536


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


def listen(port):
    # An IPv6 socket takes IPv4 clients too, unless the machine has no IPv6 at all.
    # create_server() also sets SO_REUSEADDR, so a restart finds the port free.
    if socket.has_dualstack_ipv6():
        return socket.create_server(("", port), family=socket.AF_INET6, dualstack_ipv6=True)
    return socket.create_server(("", port))


def serve(server):
    while True:
        client, address = server.accept()
        # A thread for each client: one that is silent holds up nobody.
        # Daemon threads do not keep the program alive after Ctrl-C.
        threading.Thread(target=echo, args=(client, address), daemon=True).start()


def echo(client, address):
    log(f"Connected: {address}")
    try:
        with client:
            # TCP is a stream: recv() returns whatever has arrived, and an empty result is the client's end.
            while data := client.recv(BUFFER_SIZE):
                # sendall() waits while the client does not read, so no more than one buffer is ever held.
                client.sendall(data)
    except ConnectionError as error:
        log(f"Lost {address}: {error.strerror}")


def main():
    # Without the usage text a wrong argument is one line of error.
    parser = argparse.ArgumentParser(description="TCP echo server", usage=argparse.SUPPRESS)
    parser.add_argument("--port", type=port_number, required=True)
    port = parser.parse_args().port
    try:
        with listen(port) as server:
            log(f"Listening on port {port}")
            serve(server)
    except KeyboardInterrupt:
        log("Server is shutting down")
    except OSError as error:
        sys.exit(f"Cannot listen on port {port}: {error.strerror}")


if __name__ == "__main__":
    main()
