import type { Arena } from "../arena/arena.ts";
import { type RunningProgram, reapedTicksOf } from "../arena/running-program.ts";
import { ticksOf } from "../linux/parse-stat.ts";
import type { SocketSample } from "../linux/socket-sample.ts";
import { socketTimeoutMs } from "../linux/socket-timeouts.ts";
import { trace } from "../trace.ts";
import { assess } from "../watch/assess.ts";
import { type History, historySince, remember } from "../watch/history.ts";
import type { Assessment, Look } from "../watch/look.ts";
import { ticksPerSecond } from "../watch/processor.ts";
import { takeProcesses } from "../watch/take-look.ts";
import { LookBudget } from "./look-budget.ts";

/** What the last two looks proved. */
export interface Observation {
  assessment: Assessment;
  /** When the earlier of the two looks was taken; the proof holds only if nothing has happened since. */
  sinceMs: number;
  look: Look;
  /** CPU time of all processes so far, in milliseconds, of those that have ended and were reaped too. */
  usedMs: number;
}

/** Looks at the running programs of one test, as often as the budget allows. */
export class Watcher {
  readonly #arena: Arena;
  readonly #programs: () => readonly RunningProgram[];
  readonly isUnwatched: boolean;
  #before: Look | null = null;
  #last: Observation | null = null;
  #history: History = historySince(performance.now());
  readonly #budget = new LookBudget();
  /** Whether a program has no process yet, or has ended and its exit is not reported yet: then nothing is proven about the others. */
  #isOneUnseen = false;
  /** Whether a launcher had a program's call to answer. Asked before the look: one that is answered during the look goes on. */
  #isOneUnanswered = false;

  /** @param isUnwatched whether programs are not looked at, so that fixed time limits are used */
  constructor(arena: Arena, programs: () => readonly RunningProgram[], isUnwatched: boolean) {
    this.#arena = arena;
    this.#programs = programs;
    this.isUnwatched = isUnwatched;
  }

  /** Takes a look and compares it with the last one, or returns the last result again; null if it is too early. */
  observe(): Observation | null {
    const before = this.#before;
    if (!this.#budget.allows(performance.now())) return this.#last;
    const usedBefore = process.cpuUsage();
    const { look, usedMs } = this.#look();
    const { user, system } = process.cpuUsage(usedBefore);
    this.#budget.spend(look.atMs, (user + system) / 1000);
    this.#before = look;
    this.#history = remember(this.#history, look);
    this.#last = before && { assessment: this.#assess(before, look), sinceMs: before.atMs, look, usedMs };
    trace("watch", () => JSON.stringify(this.#last?.assessment ?? "first look"));
    trace("sockets", () => look.sockets.map(describeSocket).join("; "));
    return this.#last;
  }

  /** The last look, for naming what a blocked thread waits for. */
  get lastLook(): Look | null {
    return this.#before;
  }

  #assess(before: Look, now: Look): Assessment {
    if (this.isUnwatched) return { state: "unknown" };
    if (this.#isOneUnseen) return { state: "gone" };
    if (this.#isOneUnanswered) return { state: "running" };
    return assess(before, now, { history: this.#history, receiveTimeoutMs, sendTimeoutMs });
  }

  #look(): Pick<Observation, "look" | "usedMs"> {
    const atMs = performance.now();
    if (this.isUnwatched) return { look: { atMs, processes: [], sockets: [] }, usedMs: 0 };
    this.#isOneUnanswered = this.#programs().some((program) => program.awaitsLauncher?.() ?? false);
    const pids = this.#programs().map((program) => program.pids());
    this.#isOneUnseen = pids.some((own) => own.length === 0);
    const all = pids.flat();
    const usedMs = ((ticksOf(all) + reapedTicksOf(this.#programs())) * 1000) / ticksPerSecond;
    return { look: { atMs, processes: takeProcesses(all), sockets: this.#arena.sockets("open") }, usedMs };
  }
}

function describeSocket(socket: SocketSample): string {
  const { protocol, state, localPort, remotePort, receiveQueue, sendQueue, inode } = socket;
  return `${protocol} ${localPort}-${remotePort} ${state} inode ${inode} unread ${receiveQueue} unsent ${sendQueue}`;
}

const receiveTimeoutMs = (pid: number, descriptor: number) => socketTimeoutMs(pid, descriptor, "receive");
const sendTimeoutMs = (pid: number, descriptor: number) => socketTimeoutMs(pid, descriptor, "send");
