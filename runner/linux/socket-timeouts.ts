import { borrowSocket } from "./borrow-socket.ts";
import { getSocketOption } from "./native.ts";

const refusals = new Set(["EPERM", "ENOSYS", "EACCES"]);

/** Numbers of Linux; see socket(7). */
const solSocket = 1;
const options = { receive: 20, send: 21 };

/**
 * How long a socket of another process lets a call wait (SO_RCVTIMEO, SO_SNDTIMEO), in milliseconds: the blocked call
 * does not show it. Null: for ever, or the socket is gone. Where the system refuses to tell (a container's filter of system
 * calls) it may be any time, and so 0: that nothing will come is not proven then.
 */
export function socketTimeoutMs(pid: number, descriptor: number, which: keyof typeof options): number | null {
  try {
    const value = Buffer.alloc(16);
    borrowSocket(pid, descriptor, (socket) => getSocketOption(socket, solSocket, options[which], value));
    const ms = Number(value.readBigInt64LE(0)) * 1000 + Number(value.readBigInt64LE(8)) / 1000;
    return ms > 0 ? ms : null;
  } catch (error) {
    return refusals.has((error as NodeJS.ErrnoException).code ?? "") ? 0 : null;
  }
}
