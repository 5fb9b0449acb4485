import { borrowSocket } from "./borrow-socket.ts";
import { getSocketOption } from "./native.ts";
import { descriptorOf } from "./owned-sockets.ts";

/** Options of one socket, as the kernel has them. */
export interface SocketOptions {
  reuseaddr: boolean;
  keepalive: boolean;
  nodelay: boolean;
  /** Seconds for which close() waits for unsent data (SO_LINGER); null when it does not wait. */
  lingerSeconds: number | null;
}

/**
 * The options of a live socket that one of these processes holds, read from a duplicate of its descriptor; null if none of them
 * holds it.
 *
 * @throws Error with the system's `code` when it refuses to show them
 */
export function socketOptions(pids: readonly number[], inode: number): SocketOptions | null {
  for (const pid of pids) {
    const descriptor = descriptorOf(pid, inode);
    const options = descriptor === undefined ? null : readFrom(pid, descriptor);
    if (options) return options;
  }
  return null;
}

/** Linux constants; see socket(7) and tcp(7). */
const solSocket = 1;
const ipprotoTcp = 6;
const names = { reuseaddr: 2, keepalive: 9, linger: 13 };
const tcpNodelay = 1;

/** Errors that mean that the process or its descriptor has just gone. */
const gone = new Set(["ESRCH", "EBADF", "ENOENT", "ENOTSOCK"]);

function readFrom(pid: number, descriptor: number): SocketOptions | null {
  try {
    return borrowSocket(pid, descriptor, optionsOf);
  } catch (error) {
    if (gone.has((error as NodeJS.ErrnoException).code ?? "")) return null;
    throw error;
  }
}

function optionsOf(socket: number): SocketOptions {
  const linger = read(socket, solSocket, names.linger, 8);
  return {
    reuseaddr: read(socket, solSocket, names.reuseaddr, 4).readInt32LE() !== 0,
    keepalive: read(socket, solSocket, names.keepalive, 4).readInt32LE() !== 0,
    nodelay: read(socket, ipprotoTcp, tcpNodelay, 4).readInt32LE() !== 0,
    lingerSeconds: linger.readInt32LE(0) === 0 ? null : linger.readInt32LE(4),
  };
}

function read(socket: number, level: number, name: number, length: number): Buffer {
  const value = Buffer.alloc(length);
  getSocketOption(socket, level, name, value);
  return value;
}
