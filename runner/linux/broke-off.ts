import type net from "node:net";
import { getSocketOption } from "./native.ts";

/**
 * Whether the remote end reset this connection, of which Node says that its stream ended. If the last bytes and the reset arrive
 * together, libuv reports an orderly end: it saw that the connection is gone and does not read on, so the error is left in the kernel.
 * False where that cannot be asked. The error is then taken: a second call returns false.
 */
export function brokeOff(socket: net.Socket): boolean {
  const descriptor = descriptorOf(socket);
  if (process.platform !== "linux" || descriptor === null) return false;
  const error = Buffer.alloc(4);
  getSocketOption(descriptor, solSocket, soError, error);
  return error.readInt32LE() === connectionReset;
}

/** Node has no public way to a socket's descriptor. */
function descriptorOf(socket: net.Socket): number | null {
  const { _handle: handle } = socket as { _handle?: { fd?: number } | null };
  return handle?.fd !== undefined && handle.fd >= 0 ? handle.fd : null;
}

/** From <asm/socket.h> and <asm-generic/errno.h>. */
const solSocket = 1;
const soError = 4;
const connectionReset = 104;
