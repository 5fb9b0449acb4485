import { setTimeout as delay } from "node:timers/promises";
import type { Arena } from "../arena/arena.ts";
import { socketInodes } from "../linux/owned-sockets.ts";
import type { SocketSample } from "../linux/socket-sample.ts";
import type { Programs } from "./programs.ts";
import type { Rest } from "./rest.ts";

/** How long the program may take to close its last connection, if it cannot be seen whether the program rests. */
const unseenMs = 250;

/**
 * Whether the programs come to rest after the grader has closed its connections: they run, have no open connection and nothing to read.
 * A program that leaks a connection or is in a busy loop never does.
 */
export async function comesToRest(
  rest: Pick<Rest, "come">,
  programs: Pick<Programs, "pids">,
  arena: Pick<Arena, "sockets">,
): Promise<boolean> {
  const resting = await rest.come();
  if (resting === "restless") return false;
  const untilMs = performance.now() + unseenMs;
  while (!haveNoClients(programs, arena)) {
    // A program that rests will not close another connection.
    if (resting === "rests" || performance.now() > untilMs) return false;
    await delay(1);
  }
  return true;
}

function haveNoClients(programs: Pick<Programs, "pids">, arena: Pick<Arena, "sockets">): boolean {
  const pids = programs.pids() ?? [];
  if (pids.length === 0) return false;
  const own = socketInodes(pids);
  return arena.sockets("open").every((socket) => !own.has(socket.inode) || hasNoClient(socket));
}

function hasNoClient({ protocol, state, remotePort, receiveQueue }: SocketSample): boolean {
  return receiveQueue === 0 && (protocol === "tcp" ? state === "LISTEN" : remotePort === 0);
}
