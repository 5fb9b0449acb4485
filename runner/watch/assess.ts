import { describeBlocked, earliest, limitMs, lookAgainMs, type SocketTimeouts } from "./blocked.ts";
import { type History, NO_HISTORY, remember, socketKey } from "./history.ts";
import type { Assessment, BlockedThread, Look } from "./look.ts";
import { startsOrEnds, threadRole } from "./runtimes.ts";
import { isStill, ownSockets } from "./stillness.ts";

/** Optional input of `assess`. */
export interface AssessOptions extends SocketTimeouts {
  /** What earlier looks saw, from `remember`; without it, timeouts are taken to begin at `before`. */
  history?: History;
}

/**
 * Judges a program by two looks at it, some tens of milliseconds apart. Never returns `stuck` for a program that could still go on
 * by itself; if that is unknown, it returns `waiting` with an end in the near future. The caller must check that nothing which the
 * program has sent still waits to be read by a peer.
 */
export function assess(before: Look, now: Look, options: AssessOptions = {}): Assessment {
  if (now.processes.length === 0) return { state: "gone" };
  if ([...before.processes, ...now.processes].some((process) => process.unreadable)) return { state: "unknown" };
  if (!isStill(before, now)) return { state: "running" };
  const history = remember(remember(options.history ?? NO_HISTORY, before), now);
  const blocked = blockedThreads(now, history, options);
  const untilMs = earliest([
    ...blocked.map((thread) => thread.untilMs),
    ...now.processes.flatMap(({ timers }) => timers.map((timer) => limitMs(timer, now.atMs, before.atMs))),
    ...connectLimitsMs(now, history),
    ...runtimeLimitsMs(now),
  ]);
  if (untilMs === null) return { state: "stuck", blocked };
  // Its timeout has passed and it still sleeps: it is about to wake.
  if (untilMs <= now.atMs) return { state: "running" };
  return { state: "waiting", untilMs, blocked };
}

/**
 * How long Linux retries an unanswered connection before it fails with ETIMEDOUT, with the default tcp_syn_retries
 * (tcp(7), Documentation/networking/ip-sysctl.rst); 127 s before Linux 6.5.
 */
const CONNECT_GIVES_UP_MS = 131_000;

function blockedThreads(look: Look, history: History, timeouts: SocketTimeouts): BlockedThread[] {
  return look.processes.flatMap((process) =>
    process.threads
      .filter((thread) => threadRole(process, thread) === "application")
      .map((thread) => describeBlocked(process, thread, look.atMs, history, timeouts)),
  );
}

function connectLimitsMs(look: Look, history: History): number[] {
  return ownSockets(look)
    .filter((socket) => socket.state === "SYN_SENT")
    .map((socket) => (history.sinceMs.get(socketKey(socket)) ?? look.atMs) + CONNECT_GIVES_UP_MS);
}

/** A process that starts or ends goes on by itself, unless a signal has stopped it. */
function runtimeLimitsMs({ processes, atMs }: Look): number[] {
  return processes.filter(startsOrEnds).map(() => atMs + lookAgainMs);
}
