import { borrowSocket } from "./borrow-socket.ts";
import { getSocketOption } from "./native.ts";

/** Numbers of Linux; see socket(7). */
const solSocket = 1;
const options = { receive: 20, send: 21 };

/**
 * How long a socket of another process lets a call wait (SO_RCVTIMEO, SO_SNDTIMEO), in milliseconds: the blocked call
 * does not show it. Null: for ever, or it cannot be read.
 */
export function socketTimeoutMs(pid: number, descriptor: number, which: keyof typeof options): number | null {
  try {
    const value = Buffer.alloc(16);
    borrowSocket(pid, descriptor, (socket) => getSocketOption(socket, solSocket, options[which], value));
    const ms = Number(value.readBigInt64LE(0)) * 1000 + Number(value.readBigInt64LE(8)) / 1000;
    return ms > 0 ? ms : null;
  } catch {
    return null;
  }
}
