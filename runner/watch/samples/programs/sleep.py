"""Waits by itself: one thread sleeps, another has a socket time-out."""
import socket, threading, time
server = socket.create_server(("127.0.0.1", 0))
server.settimeout(20)
threading.Thread(target=server.accept).start()
print("ready", flush=True)
time.sleep(10)
