import { constants } from "node:os";

const endings = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Aborts, with the signal's name as the reason, when wirecheck is asked to end: by Ctrl-C, by kill(1), or because its terminal
 * was closed. Asked once more it ends without order.
 */
export function interruption(): AbortSignal {
  const interrupted = new AbortController();
  for (const name of endings) process.once(name, () => interrupted.abort(name));
  return interrupted.signal;
}

/** The exit status after an interruption, 128 + n as a shell has it. */
export function interruptedStatus({ reason }: AbortSignal): number {
  return 128 + constants.signals[reason as NodeJS.Signals];
}
