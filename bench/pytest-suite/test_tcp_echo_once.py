"""The server's tests of the lab tcp-echo-once, as an instructor writes them with pytest: fixed timeouts, no isolation."""

import os
import random
import signal
import socket
import struct

import pytest


def receive(connection, size):
    """Reads until so many bytes have come or the server closes."""
    received = b""
    while len(received) < size:
        piece = connection.recv(4096)
        if not piece:
            break
        received += piece
    return received


def exchange(server, message):
    with server.connect() as client:
        client.sendall(message)
        assert receive(client, len(message)) == message


def closes(connection):
    return connection.recv(1) == b""


def exchange_until_close(server, message):
    with server.connect() as client:
        client.sendall(message)
        assert receive(client, len(message)) == message
        assert closes(client)


def test_starts(server):
    assert server.process.poll() is None


def test_uses_given_port(server):
    server.connect().close()


def test_echo_text(server):
    exchange_until_close(server, b"Halo, dunia!")


def test_echo_utf8(server):
    exchange_until_close(server, "Selamat pagi ☕ 日本語".encode())


def test_echo_binary(server):
    exchange_until_close(server, bytes(range(256)))


def test_echo_1024(server):
    exchange_until_close(server, random.Random(1).randbytes(1024))


def test_next_client(server):
    exchange_until_close(server, b"pesan pertama")
    exchange_until_close(server, b"pesan kedua")


def test_twenty_in_turn(server):
    for number in range(1, 21):
        exchange(server, f"pesan ke-{number}\n".encode())


def test_client_vanishes(server):
    server.connect().close()
    exchange(server, b"masih di sana?")


def test_client_reset(server):
    client = server.connect()
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    client.close()
    exchange(server, b"masih di sana?")


def test_silent_server_log(fresh):
    reader, writer = os.pipe()
    os.close(reader)
    try:
        fresh.start(stdout=writer)
    finally:
        os.close(writer)
    exchange(fresh, b"Halo, dunia!")


def test_interrupt(server):
    server.process.send_signal(signal.SIGINT)
    status, errors = server.end()
    assert status in (0, 130, -signal.SIGINT)
    assert "Traceback" not in errors


def test_restart(server):
    exchange(server, b"sebelum")
    server.kill()
    server.start()
    exchange(server, b"sesudah")


def test_port_in_use(fresh):
    with socket.create_server(("localhost", fresh.port)):
        fresh.launch("--port", str(fresh.port))
        assert_clear_error(*fresh.end())


@pytest.mark.parametrize("arguments", [[], ["--port", "abc"]], ids=["port-missing", "port-invalid"])
def test_usage_error(fresh, arguments):
    fresh.launch(*arguments)
    assert_clear_error(*fresh.end())


def assert_clear_error(status, errors):
    assert status != 0
    assert errors.strip()
    assert "Traceback" not in errors
