import { setTimeout as delay } from "node:timers/promises";
import type { Arena } from "../arena/arena.ts";
import type { ProcessSample } from "../linux/process-sample.ts";
import type { SocketSample } from "../linux/socket-sample.ts";
import { threadRole } from "../watch/runtimes.ts";
import { ownSockets } from "../watch/stillness.ts";
import { takeProcesses } from "../watch/take-look.ts";
import type { Programs } from "./programs.ts";

/** A program that takes longer to be done with its last client gets a new launch for the next test. */
const boundMs = 250;

/**
 * Whether the programs come to rest soon after their last client has left: they run, hold no connection, have nothing left
 * to read, and every thread of theirs is blocked. One that leaks a connection or spins never does.
 *
 * @param isBlind whether threads cannot be looked at; their sockets decide then
 */
export async function comesToRest(programs: Programs, arena: Arena, isBlind: boolean): Promise<boolean> {
  const untilMs = performance.now() + boundMs;
  for (;;) {
    const alive = programs.alive();
    if (alive.length === 0) return false;
    const processes = takeProcesses(alive.flatMap((program) => program.pids()));
    const look = { atMs: performance.now(), processes, sockets: arena.sockets("open") };
    if (ownSockets(look).every(servesNobody) && (isBlind || processes.every(isBlocked))) return true;
    if (performance.now() > untilMs) return false;
    await delay(1);
  }
}

function servesNobody({ protocol, state, remotePort, receiveQueue }: SocketSample): boolean {
  return receiveQueue === 0 && (protocol === "tcp" ? state === "LISTEN" : remotePort === 0);
}

function isBlocked(process: ProcessSample): boolean {
  if (process.unreadable) return false;
  return process.threads
    .filter((thread) => threadRole(process, thread) === "application")
    .every(({ state, call }) => state === "Z" || (state === "S" && call !== null));
}
