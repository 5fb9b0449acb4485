import type { Limit } from "./blocked-call.ts";
import type { LimitArgument } from "./system-calls.ts";

/** Reads the program's memory; null when the program is gone or the system refuses. */
export type ReadMemory = (address: bigint, bytes: number) => Buffer | null;

/** The current time, in milliseconds, on the clocks by which the kernel measures deadlines. */
export interface Clocks {
  /** The clock of `Look.atMs`. */
  lookMs: number;
  monotonicMs: number;
  realtimeMs: number;
}

/** When a blocked call times out, read from its arguments and the memory to which they point. */
export function readLimit(
  kind: LimitArgument,
  args: readonly bigint[],
  readMemory: ReadMemory,
  clocks: () => Clocks,
): Limit {
  if (kind === "never" || kind === "unknown") return kind;
  if (kind === "futex") return futexLimit(args, readMemory, clocks);
  if (kind === "clock_nanosleep") {
    const absolute = ((args[1] ?? 0n) & TIMER_ABSTIME) !== 0n;
    const time = readTime(args[2], NANOSECONDS_PER_MS, readMemory);
    return absolute ? moment(time, Number(args[0]), clocks) : duration(time);
  }
  if ("milliseconds" in kind) {
    const afterMs = Number(BigInt.asIntN(32, args[kind.milliseconds] ?? 0n));
    return afterMs < 0 ? "never" : { afterMs };
  }
  if ("timespec" in kind) return duration(readTime(args[kind.timespec], NANOSECONDS_PER_MS, readMemory));
  if ("timeval" in kind) return duration(readTime(args[kind.timeval], MICROSECONDS_PER_MS, readMemory));
  const clock = kind.clock === "realtime" ? CLOCK_REALTIME : Number(args[kind.clock.argument]);
  return moment(readTime(args[kind.moment], NANOSECONDS_PER_MS, readMemory), clock, clocks);
}

const CLOCK_REALTIME = 0;
const CLOCK_MONOTONIC = 1;
const TIMER_ABSTIME = 1n;
const NANOSECONDS_PER_MS = 1e6;
const MICROSECONDS_PER_MS = 1e3;

// futex(2): the timeout of FUTEX_WAIT is relative, those of the other operations are absolute.
const FUTEX_COMMAND_MASK = 0x7fn;
const FUTEX_CLOCK_REALTIME = 0x100n;
const FUTEX_WAIT = 0n;
const FUTEX_LOCK_PI = 6n;
const FUTEX_MOMENT_WAITS = [FUTEX_LOCK_PI, 9n, 11n, 13n];

function futexLimit(args: readonly bigint[], readMemory: ReadMemory, clocks: () => Clocks): Limit {
  const operation = args[1] ?? 0n;
  const command = operation & FUTEX_COMMAND_MASK;
  if (command === FUTEX_WAIT) return duration(readTime(args[3], NANOSECONDS_PER_MS, readMemory));
  if (!FUTEX_MOMENT_WAITS.includes(command)) return "unknown";
  const realtime = command === FUTEX_LOCK_PI || (operation & FUTEX_CLOCK_REALTIME) !== 0n;
  const time = readTime(args[3], NANOSECONDS_PER_MS, readMemory);
  return moment(time, realtime ? CLOCK_REALTIME : CLOCK_MONOTONIC, clocks);
}

/** The `struct timespec` or `timeval` at `pointer` in milliseconds; "never" for a null pointer, "unknown" if the memory cannot be read. */
function readTime(pointer: bigint | undefined, fractionsPerMs: number, readMemory: ReadMemory) {
  if (pointer === undefined || pointer === 0n) return "never";
  const words = readMemory(pointer, 16);
  if (words === null || words.length < 16) return "unknown";
  return Number(words.readBigInt64LE(0)) * 1000 + Number(words.readBigInt64LE(8)) / fractionsPerMs;
}

function duration(time: number | "never" | "unknown"): Limit {
  return typeof time === "number" ? { afterMs: time } : time;
}

function moment(time: number | "never" | "unknown", clock: number, clocks: () => Clocks): Limit {
  if (typeof time !== "number") return time;
  const now = clocks();
  if (clock === CLOCK_MONOTONIC) return { atMs: now.lookMs + time - now.monotonicMs };
  if (clock === CLOCK_REALTIME) return { atMs: now.lookMs + time - now.realtimeMs };
  return "unknown";
}
