"""Starts the hand-in's server for a test, waits until it accepts connections, and kills it afterwards.

The hand-in is named by the environment variable HAND_IN, the path of its server.py.
"""

import os
import socket
import subprocess
import sys
import time

import pytest

TIMEOUT = 5


class Server:
    """One hand-in and whatever of it runs."""

    def __init__(self, script):
        self.script = script
        self.port = free_port()
        self.process = None

    def launch(self, *arguments, stdout=subprocess.PIPE):
        self.process = subprocess.Popen(
            [sys.executable, self.script, *arguments],
            stdin=subprocess.PIPE,
            stdout=stdout,
            stderr=subprocess.PIPE,
            text=True,
        )

    def start(self, stdout=subprocess.DEVNULL):
        self.launch("--port", str(self.port), stdout=stdout)
        deadline = time.monotonic() + TIMEOUT
        while time.monotonic() < deadline:
            try:
                self.connect().close()
                return
            except OSError:
                assert self.process.poll() is None, "the server ended at once"
                time.sleep(0.05)
        pytest.fail("the server does not listen")

    def connect(self):
        return socket.create_connection(("localhost", self.port), timeout=TIMEOUT)

    def end(self):
        """How it ended by itself: exit status and what it said on standard error."""
        _, errors = self.process.communicate(timeout=TIMEOUT)
        return self.process.returncode, errors

    def kill(self):
        if self.process is not None:
            self.process.kill()
            self.process.communicate()
            self.process = None


def free_port():
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return probe.getsockname()[1]


@pytest.fixture
def fresh():
    """The hand-in, not started yet."""
    server = Server(os.environ["HAND_IN"])
    yield server
    server.kill()


@pytest.fixture
def server(fresh):
    """The hand-in's server, listening."""
    fresh.start()
    return fresh
