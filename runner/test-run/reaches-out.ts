import type { SocketSample } from "../linux/socket-sample.ts";
import type { Look } from "../watch/look.ts";
import { ownSockets } from "../watch/stillness.ts";

/** Whether a program is connected, or connecting, to an address beyond this machine. */
export function reachesOut(look: Look | null): boolean {
  return look !== null && ownSockets(look).some(isElsewhere);
}

function isElsewhere({ remoteAddress, remotePort }: SocketSample): boolean {
  return remotePort !== 0 && !/^(::ffff:)?127\.|^::1$/.test(remoteAddress);
}
