import { setTimeout as delay } from "node:timers/promises";
import type { SocketSample } from "../linux/socket-sample.ts";
import { ticksPerSecond } from "../watch/processor.ts";
import { ProcessorMeter } from "../watch/processor-meter.ts";
import { hasSleptSince, takePulse } from "../watch/pulse.ts";
import { soonestAlarmMs } from "../watch/soonest-alarm.ts";
import { leftOf } from "./in-flight.ts";
import type { Observation, Watcher } from "./watcher.ts";

/**
 * The CPU time, idle time and wall-clock time after which a program is taken not to rest. A runtime that shuts down is waited for longer:
 * it counts its steps, which a busy machine makes many times as long.
 */
const mostMs = { processor: 100, idle: 1000, ending: 5000, wall: 30_000 };

/** A thread whose timeout ends this soon does not rest: it pauses before it goes on or ends, or belongs to the runtime. */
const soonMs = 150;

/** A runtime that shuts down waits for its threads in steps of this length. */
const endingStepMs = 10;

/** How long one rest, and all rests of a test together, wait for such timeouts: many programs wake regularly to check something. */
const mostForTimeoutsMs = { rest: 200, test: 600 };

/** The factor by which the limits of the next rest are lower after one that failed: a program that never rests costs that time only once. */
const shrinks = 4;
const leastShare = 1 / 256;

/** The pauses between looks at the program, which get longer. */
const pausesMs = [0, 0, 1, 1, 1, 2, 2, 3, 5, 8];
const longestPauseMs = 10;

/** The pause that replaces a proof if programs cannot be watched. */
const unwatchedPauseMs = 10;

/** What is needed to judge whether the programs of a test rest. */
export interface RestInput {
  watcher: Pick<Watcher, "observe" | "isUnwatched">;
  /** The processes of all programs; null while one has no process yet, or has ended and its exit is not reported yet. */
  pids(): readonly number[] | null;
  /** CPU time of orphans of the programs that have ended, in clock ticks. */
  reapedTicks(): number;
  sockets(): readonly SocketSample[];
  /** The ports of the grader's sockets, including closed ones. */
  ownPorts(): ReadonlySet<number>;
  /** Whether the grader reads from one of its sockets only when a step does. */
  isHeld(socket: SocketSample): boolean;
}

/** How a wait for a rest ended: the programs rest, they do not, or that cannot be seen here. */
export type Resting = "rests" | "restless" | "unseen";

/**
 * Waits until the programs have handled the previous step: they have read what was sent, have noticed closed connections, and all their
 * threads sleep. So events happen in the order of the steps, on any machine.
 */
export class Rest {
  readonly #input: RestInput;
  #share = 1;
  #timeoutsMs = 0;

  constructor(input: RestInput) {
    this.#input = input;
  }

  /** Resolves when the programs rest, or when they are taken not to. */
  async come(): Promise<Resting> {
    if (this.#input.watcher.isUnwatched) return delay(unwatchedPauseMs, "unseen");
    const spent = new Spent();
    for (let turn = 0; !(await this.#isHere(spent)); turn += 1) {
      if (spent.isMoreThan(this.#share)) {
        this.#share = Math.max(leastShare, this.#share / shrinks);
        return "restless";
      }
      const pauseMs = pausesMs[turn] ?? longestPauseMs;
      if (pauseMs > 0) await delay(pauseMs);
    }
    this.#share = 1;
    return "rests";
  }

  async #isHere(spent: Spent): Promise<boolean> {
    // Data that has arrived in the kernel is read first.
    for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve));
    const { pids, sockets, ownPorts, isHeld, watcher } = this.#input;
    const own = pids();
    if (own === null) return spent.add("idle", null);
    const pulse = takePulse(own);
    const { turns } = pulse;
    const cpuTicks = pulse.cpuTicks + this.#input.reapedTicks();
    if (turns === null) return spent.add("processor", cpuTicks);
    if (pulse.isStopped) return spent.add("idle", cpuTicks);
    const ours = ownPorts();
    const left = leftOf(sockets(), ({ localPort }) => ours.has(localPort), isHeld);
    const alarmMs = { any: soonestAlarmMs(turns.keys()), ender: soonestAlarmMs(pulse.enders) };
    // The values were read one after another: they belong to one moment only if all threads slept throughout.
    if (left === "moving" || !hasSleptSince(pulse)) return spent.add("processor", cpuTicks);
    // A process that one of them has forked since they were listed was not looked at.
    if (!pids()?.every((pid) => own.includes(pid))) return spent.add("processor", cpuTicks);
    if (alarmMs.ender <= endingStepMs) return spent.add("ending", cpuTicks);
    if (left === "unread") return waitsElsewhere(watcher.observe(), spent.startMs) || spent.add("idle", cpuTicks);
    return alarmMs.any > soonMs || !this.#waitsForTimeout(cpuTicks, spent);
  }

  /** Whether there is time left to wait for a thread whose timeout ends soon. */
  #waitsForTimeout(cpuTicks: number, spent: Spent): boolean {
    if (spent.timeoutsMs >= mostForTimeoutsMs.rest || this.#timeoutsMs >= mostForTimeoutsMs.test) return false;
    this.#timeoutsMs += spent.addForTimeouts(cpuTicks);
    return true;
  }
}

/** Whether looks since then prove that no thread will read what was sent, at least not soon. */
function waitsElsewhere(seen: Observation | null, sinceMs: number): boolean {
  if (seen === null || seen.sinceMs < sinceMs) return false;
  const { assessment, look } = seen;
  return (
    assessment.state === "stuck" || (assessment.state === "waiting" && assessment.untilMs > look.atMs + mostMs.idle)
  );
}

/** What one wait for a rest has cost so far. */
class Spent {
  readonly startMs = performance.now();
  timeoutsMs = 0;
  #lastMs = this.startMs;
  readonly #processor = new ProcessorMeter();
  #idleMs = 0;
  #endingMs = 0;

  /** Counts the CPU time so far and, if it idles or ends, the time since the last call; time of waiting for a CPU does not count. */
  add(how: "processor" | "idle" | "ending" | "timeout", cpuTicks: number | null): false {
    const nowMs = performance.now();
    if (how === "idle") this.#idleMs += nowMs - this.#lastMs;
    if (how === "ending") this.#endingMs += nowMs - this.#lastMs;
    this.#lastMs = nowMs;
    if (cpuTicks !== null) this.#processor.add((cpuTicks * 1000) / ticksPerSecond, nowMs);
    return false;
  }

  /** Counts the time since the last call as spent on waiting for a timeout, and returns it. */
  addForTimeouts(cpuTicks: number): number {
    const ms = performance.now() - this.#lastMs;
    this.timeoutsMs += ms;
    this.add("timeout", cpuTicks);
    return ms;
  }

  isMoreThan(share: number): boolean {
    if (this.#processor.usedMs > mostMs.processor * share) return true;
    if (this.#idleMs > mostMs.idle * share || this.#endingMs > mostMs.ending * share) return true;
    return performance.now() - this.startMs > mostMs.wall * share;
  }
}
