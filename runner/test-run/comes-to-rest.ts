import { setTimeout as delay } from "node:timers/promises";
import type { Arena } from "../arena/arena.ts";
import { socketInodes } from "../linux/owned-sockets.ts";
import type { SocketSample } from "../linux/socket-sample.ts";
import type { Programs } from "./programs.ts";
import type { Rest } from "./rest.ts";

/** Where a rest cannot be seen, the last connection may take so long to be closed. */
const unseenMs = 250;

/**
 * Whether the programs come to rest when their last client has left: they run, hold no connection and have nothing left to read.
 * One that leaks a connection or spins never does.
 */
export async function comesToRest(
  rest: Pick<Rest, "come">,
  programs: Pick<Programs, "pids">,
  arena: Pick<Arena, "sockets">,
): Promise<boolean> {
  const resting = await rest.come();
  if (resting === "restless") return false;
  const untilMs = performance.now() + unseenMs;
  while (!serveNobody(programs, arena)) {
    // What rests closes nothing any more.
    if (resting === "rests" || performance.now() > untilMs) return false;
    await delay(1);
  }
  return true;
}

function serveNobody(programs: Pick<Programs, "pids">, arena: Pick<Arena, "sockets">): boolean {
  const pids = programs.pids() ?? [];
  if (pids.length === 0) return false;
  const own = socketInodes(pids);
  return arena.sockets("open").every((socket) => !own.has(socket.inode) || servesNobody(socket));
}

function servesNobody({ protocol, state, remotePort, receiveQueue }: SocketSample): boolean {
  return receiveQueue === 0 && (protocol === "tcp" ? state === "LISTEN" : remotePort === 0);
}
