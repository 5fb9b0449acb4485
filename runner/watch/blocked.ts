import type { BlockedCall, Limit } from "../linux/blocked-call.ts";
import type { ProcessSample, ThreadSample } from "../linux/process-sample.ts";
import { SYSTEM_CALLS, type SystemCall } from "../linux/system-calls.ts";
import { callKey, type History, isStopped } from "./history.ts";
import type { BlockedThread } from "./look.ts";

/** The timeouts of the program's sockets, which its blocked calls do not show; socket(7). Null: none is set. */
export interface SocketTimeouts {
  /** SO_RCVTIMEO in milliseconds: bounds recv, read and accept. */
  receiveTimeoutMs?: (pid: number, descriptor: number) => number | null;
  /** SO_SNDTIMEO in milliseconds: bounds send, write and connect. */
  sendTimeoutMs?: (pid: number, descriptor: number) => number | null;
}

/** How soon to look again at what cannot be known to last. */
export const lookAgainMs = 100;

/** How long a program may be stopped by a signal; after that it is assumed that no shell or debugger will continue it. */
const stoppedForGoodMs = 1000;

/** Says where a blocked thread waits and until when. `history` must hold the look that was taken at `nowMs`. */
export function describeBlocked(
  process: ProcessSample,
  thread: ThreadSample,
  nowMs: number,
  history: History,
  timeouts: SocketTimeouts,
): BlockedThread {
  const { pid } = process;
  const { tid, call } = thread;
  if (isStopped(thread) || call === null) {
    const stoppedMs = nowMs - (history.sinceMs.get(callKey(process, thread)) ?? nowMs);
    const untilMs = stoppedMs < stoppedForGoodMs ? nowMs + stoppedForGoodMs - stoppedMs : null;
    return { pid, tid, call: "stopped", descriptors: [], untilMs, lastsMs: untilMs && stoppedForGoodMs };
  }
  const known = call.name === null ? null : lookUp(call.name);
  const onSocket = isSocket(process, call);
  const sinceMs = history.sinceMs.get(callKey(process, thread)) ?? nowMs;
  const limits = [call.limit, onSocket ? socketLimit(known, pid, call, timeouts) : "never"] as const;
  const untilMs = earliest(limits.map((limit) => limitMs(limit, nowMs, sinceMs)));
  const lastsMs = untilMs && untilMs - sinceMs;
  return { pid, tid, call: word(known, call, onSocket), descriptors: call.descriptors, untilMs, lastsMs };
}

/** When a timeout that began at `sinceMs` ends, on the clock of `Look.atMs`; null: never. */
export function limitMs(limit: Limit, nowMs: number, sinceMs: number): number | null {
  if (limit === "never") return null;
  if (limit === "unknown") return nowMs + lookAgainMs;
  return "atMs" in limit ? limit.atMs : sinceMs + limit.afterMs;
}

/** The earliest of some moments; null when all are null. */
export function earliest(momentsMs: readonly (number | null)[]): number | null {
  const known = momentsMs.filter((moment) => moment !== null);
  return known.length === 0 ? null : Math.min(...known);
}

function lookUp(name: string): SystemCall | null {
  return (SYSTEM_CALLS as Record<string, SystemCall>)[name] ?? null;
}

/** Whether a call waits for a socket. Standard streams do not count: they may be sockets, but stand for keyboard and screen. */
function isSocket(process: ProcessSample, call: BlockedCall): boolean {
  const [descriptor] = call.descriptors;
  if (descriptor === undefined || descriptor <= STANDARD_ERROR) return false;
  return process.descriptors.get(descriptor)?.startsWith("socket:") ?? false;
}

const STANDARD_ERROR = 2;

/** The call as reports name it: many runtimes call read and write on sockets, which reports name recv and send. */
function word(known: SystemCall | null, call: BlockedCall, onSocket: boolean): string {
  if (known === null) return call.name ?? `system call ${call.number}`;
  if (onSocket && known.word === "read") return "recv";
  if (onSocket && known.word === "write") return "send";
  return known.word;
}

function socketLimit(known: SystemCall | null, pid: number, call: BlockedCall, timeouts: SocketTimeouts): Limit {
  const [descriptor] = call.descriptors;
  if (descriptor === undefined || known?.socketLimit === undefined) return "never";
  const timeoutMs = known.socketLimit === "receive" ? timeouts.receiveTimeoutMs : timeouts.sendTimeoutMs;
  const afterMs = timeoutMs?.(pid, descriptor) ?? null;
  return afterMs === null ? "never" : { afterMs };
}
