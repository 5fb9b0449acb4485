"""The server's tests of the lab tcp-echo, as an instructor writes them with pytest: fixed timeouts, no isolation."""

import os
import random
import socket
import struct
import threading
import time

import pytest

from test_tcp_echo_once import (  # noqa: F401: they are tests of this lab, too
    closes,
    exchange,
    receive,
    test_client_reset,
    test_client_vanishes,
    test_interrupt,
    test_port_in_use,
    test_restart,
    test_silent_server_log,
    test_starts,
    test_twenty_in_turn,
    test_usage_error,
    test_uses_given_port,
)

LINES = "Halo, dunia ☕ 日本語 – selamat pagi".encode()


@pytest.mark.parametrize(
    "message",
    [b"Halo, dunia!", "Selamat pagi ☕ 日本語".encode(), bytes(range(256)), b"x" * 1024, b"satu\ndua belas\n"],
    ids=["text", "utf8", "binary", "1024", "joined-messages"],
)
def test_echo(server, message):
    exchange(server, message)


def test_next_client(server):
    exchange(server, b"pesan pertama")
    exchange(server, b"pesan kedua")


def test_session(server):
    with server.connect() as client:
        for number in range(1, 6):
            say(client, f"pesan ke-{number}".encode())


def test_split_message(server):
    with server.connect() as client:
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for start in range(0, len(LINES), 4):
            client.sendall(LINES[start : start + 4])
            time.sleep(0.003)
        assert receive(client, len(LINES)) == LINES


def test_large(server):
    message = random.Random(1).randbytes(1 << 20)
    with server.connect() as client:
        sender = in_background(client.sendall, message)
        received = b""
        while len(received) < len(message):
            piece = client.recv(1 << 16)
            assert piece
            received += piece
            time.sleep(0.002)
        sender.join()
    assert received == message


def test_flood(server):
    message = random.Random(2).randbytes(8 << 20)
    with server.connect() as client:
        sender = in_background(client.sendall, message)
        assert receive_all(client, len(message)) == message
        sender.join()


def test_half_close(server):
    message = random.Random(3).randbytes(256 << 10)
    with server.connect() as client:
        sender = in_background(lambda: (client.sendall(message), client.shutdown(socket.SHUT_WR)))
        assert receive_all(client, len(message)) == message
        sender.join()
        assert closes(client)


def test_idle_client(server):
    with server.connect() as alice, server.connect() as bob:
        say(bob, b"Alice diam saja")
        say(alice, b"Sekarang saya")
        before = processor_seconds(server.process.pid)
        time.sleep(0.2)
        assert processor_seconds(server.process.pid) - before < 0.05


def test_fifty_at_once(server):
    clients = [server.connect() for _ in range(50)]
    try:
        at_once(lambda number: say(clients[number], random.Random(number).randbytes(500)), 50)
    finally:
        for client in clients:
            client.close()


def test_reset_under_load(server):
    good = [server.connect() for _ in range(10)]
    bad = [server.connect() for _ in range(10)]

    def act(number):
        if number < 10:
            say(good[number], random.Random(number).randbytes(32 << 10))
        else:
            reset(bad[number - 10])

    at_once(act, 20)
    for client in good:
        client.close()


def test_no_leak(server):
    exchange(server, b"pemanasan")
    before = descriptors(server.process.pid)
    for number in range(500):
        exchange(server, f"koneksi {number}\n".encode())
    time.sleep(0.1)
    assert descriptors(server.process.pid) <= before + 10


def say(client, message):
    client.sendall(message)
    assert receive_all(client, len(message)) == message


def receive_all(client, size):
    received = bytearray()
    while len(received) < size:
        piece = client.recv(1 << 16)
        if not piece:
            break
        received += piece
    return bytes(received)


def reset(client):
    client.sendall(b"x" * 4096)
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    client.close()


def in_background(work, *arguments):
    def quietly():
        try:
            work(*arguments)
        except OSError:
            pass  # The test's own assertion tells.

    thread = threading.Thread(target=quietly, daemon=True)
    thread.start()
    return thread


def at_once(work, count):
    failures = []

    def run(number):
        try:
            work(number)
        except (AssertionError, OSError) as failure:
            failures.append(failure)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures


def descriptors(pid):
    return len(os.listdir(f"/proc/{pid}/fd"))


def processor_seconds(pid):
    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
