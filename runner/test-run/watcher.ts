import type { Arena, RunningProgram } from "../arena/arena.ts";
import type { SocketSample } from "../linux/socket-sample.ts";
import { socketTimeoutMs } from "../linux/socket-timeouts.ts";
import { assess } from "../watch/assess.ts";
import { type History, NO_HISTORY, remember } from "../watch/history.ts";
import type { Assessment, Look, ProcessSample } from "../watch/look.ts";
import { takeProcesses } from "../watch/take-look.ts";
import { LookBudget } from "./look-budget.ts";

/** What the last two looks proved. */
export interface Observation {
  assessment: Assessment;
  /** When the earlier of the two looks was taken; nothing may have happened since for a proof to hold. */
  sinceMs: number;
  look: Look;
}

/** Looks at the running programs of one test, as often as asked but never more often than is of use. */
export class Watcher {
  readonly #arena: Arena;
  readonly #programs: () => readonly RunningProgram[];
  readonly #isBlind: boolean;
  #before: Look | null = null;
  #last: Observation | null = null;
  #history: History = NO_HISTORY;
  readonly #budget = new LookBudget();
  /** One of several programs has no process yet, or its end is still to be announced: what the others wait for may come. */
  #isOneUnseen = false;

  /** @param isBlind looks at no program, as on a machine that does not let it: fixed limits then take its place */
  constructor(arena: Arena, programs: () => readonly RunningProgram[], isBlind: boolean) {
    this.#arena = arena;
    this.#programs = programs;
    this.#isBlind = isBlind;
  }

  /** Compares the program with the last look at it, or repeats what that showed; null when it is too early to tell. */
  observe(): Observation | null {
    const before = this.#before;
    if (!this.#budget.allows(performance.now())) return this.#last;
    const usedBefore = process.cpuUsage();
    const look = this.#look();
    const { user, system } = process.cpuUsage(usedBefore);
    this.#budget.spend(look.atMs, (user + system) / 1000);
    this.#before = look;
    this.#history = remember(this.#history, look);
    this.#last = before && { assessment: this.#assess(before, look), sinceMs: before.atMs, look };
    return this.#last;
  }

  /** The last look, for naming what a blocked thread waits for. */
  get lastLook(): Look | null {
    return this.#before;
  }

  #assess(before: Look, now: Look): Assessment {
    if (this.#isBlind) return { state: "unknown" };
    if (this.#isOneUnseen) return { state: "gone" };
    return assess(before, now, { history: this.#history, receiveTimeoutMs, sendTimeoutMs });
  }

  #look(): Look {
    const atMs = performance.now();
    if (this.#isBlind) return { atMs, processes: [], sockets: [] };
    const pids = this.#programs().map((program) => program.pids());
    this.#isOneUnseen = pids.some((own) => own.length === 0);
    return { atMs, processes: takeProcesses(pids.flat()), sockets: this.#arena.sockets("open") };
  }
}

const receiveTimeoutMs = (pid: number, descriptor: number) => socketTimeoutMs(pid, descriptor, "receive");
const sendTimeoutMs = (pid: number, descriptor: number) => socketTimeoutMs(pid, descriptor, "send");

/**
 * Whether bytes, connections or closes are still under way between a program and the grader. What waits on a socket that
 * the grader leaves alone, `isHeld`, waits for the scenario to act.
 */
export function inFlight(look: Look, isHeld: (socket: SocketSample) => boolean): boolean {
  const owned = new Set(look.processes.flatMap((process) => socketInodes(process)));
  return look.sockets.some((socket) => {
    // A connection that nobody has accepted yet has no inode; what waits in it waits for the program.
    if (socket.inode === 0 || isHeld(socket)) return false;
    return owned.has(socket.inode) ? isUnread(socket, look) : isArriving(socket, look);
  });
}

function socketInodes(process: ProcessSample): number[] {
  return [...process.descriptors.values()].flatMap((target) => {
    const found = /^socket:\[(\d+)\]$/.exec(target);
    return found ? [Number(found[1])] : [];
  });
}

/** The program sent what the grader's side has not acknowledged. */
function isUnread(socket: SocketSample, look: Look): boolean {
  return isConnected(socket) && socket.sendQueue > 0 && counterpart(socket, look) !== undefined;
}

/** Something waits on the grader's side, or the grader's bytes wait for a window the program has already opened. */
function isArriving(socket: SocketSample, look: Look): boolean {
  if (socket.protocol === "udp") return socket.receiveQueue > 0;
  if (socket.state === "SYN_SENT") return acceptQueueHasRoom(socket, look);
  if (!isConnected(socket)) return false;
  if (socket.receiveQueue > 0) return true;
  if (socket.sendQueue === 0) return false;
  const other = counterpart(socket, look);
  // The last step of a handshake, dropped by a full accept queue, is repeated like the first.
  if (other === undefined || other.state === "SYN_RECV") return acceptQueueHasRoom(socket, look);
  return other.receiveQueue === 0;
}

function isConnected(socket: SocketSample): boolean {
  return socket.protocol === "tcp" && ["ESTABLISHED", "CLOSE_WAIT", "FIN_WAIT1", "FIN_WAIT2"].includes(socket.state);
}

function counterpart(socket: SocketSample, look: Look): SocketSample | undefined {
  return look.sockets.find(
    (other) =>
      other.localPort === socket.remotePort && other.remotePort === socket.localPort && other.protocol === "tcp",
  );
}

/** A SYN that a full accept queue dropped is sent again and again, but only an accept makes room for it. */
function acceptQueueHasRoom(socket: SocketSample, look: Look): boolean {
  const listening = look.sockets.find((other) => other.state === "LISTEN" && other.localPort === socket.remotePort);
  return listening !== undefined && listening.receiveQueue <= listening.sendQueue;
}
