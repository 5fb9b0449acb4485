import type { ProcessSample } from "../linux/process-sample.ts";
import { type SocketSample, socketInode } from "../linux/socket-sample.ts";
import type { Look } from "../watch/look.ts";

/** Whether the grader reads from a socket only when a step does. */
type IsHeld = (socket: SocketSample) => boolean;

/**
 * Whether bytes, connections or closes are still under way between a program and the grader. What waits on a socket from which only a
 * step reads (`isHeld`) does not count.
 */
export function inFlight(look: Look, isHeld: IsHeld): boolean {
  const owned = new Set(look.processes.flatMap(inodesOf));
  return look.sockets.some((socket) => {
    // A connection that was not accepted yet has no inode; its bytes wait for the program.
    if (socket.inode === 0 || isHeld(socket)) return false;
    return owned.has(socket.inode) ? isUnread(socket, look.sockets) : isArriving(socket, look.sockets);
  });
}

/**
 * Whether all that the grader did has reached the programs: `moving`, if something will still arrive by itself; `unread`, if something
 * waits until a program reads it; null if all has.
 *
 * @param isOurs whether a socket is the grader's
 */
export function leftOf(
  sockets: readonly SocketSample[],
  isOurs: (socket: SocketSample) => boolean,
  isHeld: IsHeld,
): "moving" | "unread" | null {
  const [ours, theirs] = [sockets.filter(isOurs), sockets.filter((socket) => !isOurs(socket))];
  if (ours.some((socket) => !isHeld(socket) && isArriving(socket, sockets))) return "moving";
  if (theirs.some((socket) => isUnread(socket, sockets) || isBrokenOff(socket, sockets, isOurs))) return "moving";
  return theirs.some(({ receiveQueue }) => receiveQueue > 0) ? "unread" : null;
}

/** The grader's end is closed, and the FIN or RST has not arrived yet. */
function isBrokenOff(
  socket: SocketSample,
  sockets: readonly SocketSample[],
  isOurs: (socket: SocketSample) => boolean,
): boolean {
  const { localAddress, localPort, remoteAddress, remotePort } = socket;
  const ourEnd = { localAddress: remoteAddress, localPort: remotePort, remoteAddress: localAddress };
  const isToUs = isConnected(socket) && isOurs({ ...socket, ...ourEnd, remotePort: localPort });
  return isToUs && counterpart(socket, sockets) === undefined;
}

function inodesOf({ descriptors }: ProcessSample): number[] {
  return [...descriptors.values()].flatMap((target) => socketInode(target) ?? []);
}

/** The program has sent bytes that the grader's end has not acknowledged yet. */
function isUnread(socket: SocketSample, sockets: readonly SocketSample[]): boolean {
  return isConnected(socket) && socket.sendQueue > 0 && counterpart(socket, sockets) !== undefined;
}

/** Bytes wait at the grader's end to be read, or to be sent into a window that the program has opened again, or it has just connected. */
function isArriving(socket: SocketSample, sockets: readonly SocketSample[]): boolean {
  if (socket.protocol === "udp") return socket.receiveQueue > 0;
  if (socket.state === "SYN_SENT") return acceptQueueHasRoom(socket, sockets);
  if (!isConnected(socket)) return false;
  if (socket.receiveQueue > 0) return true;
  const other = counterpart(socket, sockets);
  // The last packet of the handshake: a busy machine delivers it late. If a full accept queue dropped it, it is repeated like the first.
  if (other?.state === "SYN_RECV") return acceptQueueHasRoom(socket, sockets);
  if (socket.sendQueue === 0) return false;
  return other === undefined ? acceptQueueHasRoom(socket, sockets) : other.receiveQueue === 0;
}

function isConnected(socket: SocketSample): boolean {
  return socket.protocol === "tcp" && ["ESTABLISHED", "CLOSE_WAIT", "FIN_WAIT1", "FIN_WAIT2"].includes(socket.state);
}

function counterpart(socket: SocketSample, sockets: readonly SocketSample[]): SocketSample | undefined {
  return sockets.find(
    (other) =>
      other.localPort === socket.remotePort && other.remotePort === socket.localPort && other.protocol === "tcp",
  );
}

/** A SYN that a full accept queue dropped is repeated, but is accepted only after the program has called accept(). */
function acceptQueueHasRoom(socket: SocketSample, sockets: readonly SocketSample[]): boolean {
  const listening = sockets.find((other) => other.state === "LISTEN" && other.localPort === socket.remotePort);
  return listening !== undefined && listening.receiveQueue <= listening.sendQueue;
}
