"""A chat room: whatever one client writes goes to all the others.

    python3 server.py 5000
"""

import socket
import sys
import threading

room: dict[str, socket.socket] = {}
lock = threading.Lock()


def tell(message: str, but: str | None = None) -> None:
    """Sends a line to everybody in the room but one. Called with the lock held."""
    for name, client in room.items():
        if name == but:
            continue
        try:
            client.sendall(message.encode() + b"\n")
        except OSError:
            pass  # Its own thread notices and takes it out of the room.


def serve(client: socket.socket) -> None:
    with client, client.makefile("r", encoding="utf-8", errors="replace") as lines:
        name = None
        try:
            name = enter(client, lines.readline().strip())
            for line in lines:
                if name is None:
                    return
                with lock:
                    tell(f"{name}: {line.rstrip()}", but=name)
        except OSError:
            pass
        finally:
            if name is not None:
                leave(name)


def enter(client: socket.socket, name: str) -> str | None:
    with lock:
        if name == "":
            return None
        if name in room:
            client.sendall(b"! this name is taken\n")
            client.shutdown(socket.SHUT_RDWR)
            return None
        tell(f"* {name} joined")
        room[name] = client
        return name


def leave(name: str) -> None:
    with lock:
        del room[name]
        tell(f"* {name} left")


with socket.create_server(("", int(sys.argv[1]))) as listener:
    while True:
        client, _ = listener.accept()
        threading.Thread(target=serve, args=(client,), daemon=True).start()
