"""Blocked for good: the parent waits for a child, the child reads a pipe that only the parent could fill."""
import os
reader, writer = os.pipe()
if os.fork() == 0:
    print("ready", flush=True)
    os.read(reader, 1)
os.wait()
