"""A small Redis: values by their keys, for all clients.

    python3 server.py 5000
"""

import socket
import sys
import threading
import time

values: dict[bytes, bytes] = {}
deadlines: dict[bytes, float] = {}
lock = threading.Lock()


def get(key: bytes) -> bytes | None:
    if time.monotonic() >= deadlines.get(key, float("inf")):
        values.pop(key, None)
    return values.get(key)


def bulk(value: bytes | None) -> bytes:
    return b"$-1\r\n" if value is None else b"$%d\r\n%s\r\n" % (len(value), value)


def answer(command: list[bytes]) -> bytes:
    name, *words = command[0].upper(), *command[1:]
    if name == b"PING" and not words:
        return b"+PONG\r\n"
    if name == b"GET" and len(words) == 1:
        return bulk(get(words[0]))
    if name == b"DEL" and len(words) == 1:
        return b":%d\r\n" % (get(words[0]) is not None and values.pop(words[0]) is not None)
    if name == b"INCR" and len(words) == 1:
        try:
            number = int(get(words[0]) or b"0") + 1
        except ValueError:
            return b"-ERR value is not an integer\r\n"
        values[words[0]] = b"%d" % number
        return b":%d\r\n" % number
    if name == b"SET" and len(words) in (2, 4):
        values[words[0]] = words[1]
        deadlines.pop(words[0], None)
        if len(words) == 4:
            deadlines[words[0]] = time.monotonic() + int(words[3]) / 1000
        return b"+OK\r\n"
    return b"-ERR unknown command\r\n"


def read_command(stream) -> list[bytes] | None:
    head = stream.readline()
    if not head.startswith(b"*"):
        return None
    words = []
    for _ in range(int(head[1:])):
        length = int(stream.readline()[1:])
        words.append(stream.read(length))
        stream.read(2)
    return words


def serve(client: socket.socket) -> None:
    with client, client.makefile("rb") as stream:
        try:
            while command := read_command(stream):
                with lock:
                    reply = answer(command)
                client.sendall(reply)
        except (OSError, ValueError) as error:
            print(f"lost a client: {error}", file=sys.stderr)


with socket.create_server(("", int(sys.argv[1]))) as listener:
    while True:
        client, _ = listener.accept()
        threading.Thread(target=serve, args=(client,), daemon=True).start()
