import type net from "node:net";

/**
 * Ends a connection with a reset; over AF_UNIX it is closed, which resets it only if bytes are unread. With TLS, pass the connection
 * and do not destroy the encrypted stream as well: Node crashes.
 */
export function breakOff(socket: net.Socket): void {
  if (socket.localPort === undefined) socket.destroy();
  else socket.resetAndDestroy();
}
