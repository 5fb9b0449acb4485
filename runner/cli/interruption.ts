import { constants } from "node:os";
import { exitNow } from "../linux/native.ts";

const endings = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Aborts, with the signal's name as the reason, when wirecheck is asked to end: by Ctrl-C, by kill(1), or because its terminal
 * was closed. Asked once more it ends without order, and so it does when ending in order takes more than a moment: a file
 * system that does not answer would hold it for ever.
 */
export function interruption(): AbortSignal {
  const interrupted = new AbortController();
  for (const name of endings)
    process.once(name, () => {
      interrupted.abort(name);
      setTimeout(() => exitNow(interruptedStatus(interrupted.signal)), longestOrderMs).unref();
    });
  return interrupted.signal;
}

const longestOrderMs = 1_800;

/** The exit status after an interruption, 128 + n as a shell has it. */
export function interruptedStatus({ reason }: AbortSignal): number {
  return 128 + constants.signals[reason as NodeJS.Signals];
}
