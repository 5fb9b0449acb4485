import { borrowSocket } from "./borrow-socket.ts";
import { getSocketOption } from "./native.ts";

/**
 * The timeout of a socket of another process (SO_RCVTIMEO, SO_SNDTIMEO) in milliseconds, which the arguments of a blocked call do
 * not show. Null: there is none, or the socket is gone. 0 if the system refuses to show it (as the seccomp filter of a container
 * does): the call may then time out at any moment, so that nothing can be proven.
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

const refusals = new Set(["EPERM", "ENOSYS", "EACCES"]);

/** Linux constants; see socket(7). */
const solSocket = 1;
const options = { receive: 20, send: 21 };
