import asyncio
import sys

async def handle(reader, writer):
    while True:
        data = reader.read(1024)
        if not data:
            break
        writer.write(data)
        await writer.drain()
    writer.close()

async def main():
    server = await asyncio.start_server(handle, "localhost", int(sys.argv[2]))
    async with server:
        await server.serve_forever()

asyncio.run(main())
