import asyncio
import socket
import sys

async def handle(conn):
    while True:
        data = conn.recv(1024)
        if not data:
            break
        conn.sendall(data)
    conn.close()

async def main():
    s = socket.socket()
    s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    s.bind(("localhost", int(sys.argv[2])))
    s.listen()
    while True:
        conn, addr = s.accept()
        asyncio.create_task(handle(conn))

asyncio.run(main())
