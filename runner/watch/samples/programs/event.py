"""Waits by itself: a lock with a time-out."""
import threading
print("ready", flush=True)
threading.Event().wait(10)
