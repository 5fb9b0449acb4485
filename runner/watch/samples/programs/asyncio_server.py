"""Blocked for good in an event loop without timers."""
import asyncio


async def main():
    server = await asyncio.start_server(lambda reader, writer: None, "127.0.0.1", 0)
    print("ready", flush=True)
    await server.serve_forever()


asyncio.run(main())
