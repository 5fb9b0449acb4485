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


def launch_scope(fixture_name, config):
    """One server for all tests of a module where ONE_SERVER is set, as instructors write it who are short of time."""
    return "module" if os.environ.get("ONE_SERVER") else "function"


@pytest.fixture(scope=launch_scope)
def kept():
    """A server that lives as long as the scope says."""
    server = Server(os.environ["HAND_IN"])
    yield server
    server.kill()


@pytest.fixture
def server(kept):
    """The hand-in's server, listening; started anew, on another port, when an earlier test ended it."""
    if kept.process is None or kept.process.poll() is not None:
        kept.kill()
        kept.port = free_port()
        kept.start()
    return kept


def pytest_runtestloop(session):
    """Where TESTS_AT_ONCE is set each test runs in a forked process of its own, so many at a time, as check50 does."""
    at_once = int(os.environ.get("TESTS_AT_ONCE", "0"))
    if at_once == 0 or session.testsfailed:
        return None
    running, failed = set(), False
    waiting = list(session.items)
    while waiting or running:
        while waiting and len(running) < at_once:
            running.add(fork_test(session, waiting.pop(0)))
        pid, status = os.wait()
        running.discard(pid)
        failed = failed or status != 0
    session.testsfailed = int(failed)
    return True


def fork_test(session, item):
    pid = os.fork()
    if pid != 0:
        return pid
    item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
    os._exit(1 if session.testsfailed else 0)
