"""Computes in one thread while the main thread waits for it."""
import threading


def spin():
    while True:
        pass


print("ready", flush=True)
worker = threading.Thread(target=spin)
worker.start()
worker.join()
