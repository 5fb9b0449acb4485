"""Blocked for good: accept without a time-out, a second thread in recv."""
import socket, threading
server = socket.create_server(("127.0.0.1", 0))
near, far = socket.socketpair()
threading.Thread(target=far.recv, args=(1024,)).start()
print("ready", flush=True)
server.accept()
