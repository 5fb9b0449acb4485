import type net from "node:net";

/** How a peer reads: at most `bytes` at a time, with a pause of `everyMs` between two reads. */
export interface SlowReading {
  bytes: number;
  everyMs: number;
}

/** From now on reads from the socket no faster than this, instead of passing what it receives to its listeners. */
export function readSlowly(socket: net.Socket, pace: SlowReading, received: (bytes: Buffer) => void): void {
  socket.pause();
  const timer = setInterval(() => {
    const waiting = socket.readableLength;
    const bytes: Buffer | null = waiting > 0 ? socket.read(Math.min(pace.bytes, waiting)) : socket.read(0);
    if (bytes) received(bytes);
  }, pace.everyMs);
  socket.removeAllListeners("data");
  socket.once("close", () => clearInterval(timer));
}
