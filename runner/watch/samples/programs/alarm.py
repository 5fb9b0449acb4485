"""Waits by itself, unseen: SIGALRM interrupts the recv."""
import signal, socket
near, far = socket.socketpair()
signal.signal(signal.SIGALRM, lambda *_: None)
signal.alarm(10)
print("ready", flush=True)
near.recv(1)
