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
  // It stays: the library that gives the terminal its cursor back ends the process where nobody else listens any more.
  for (const name of endings)
    process.on(name, () => {
      if (interrupted.signal.aborted) exitNow(new Interrupted(interrupted.signal).status);
      interrupted.abort(name);
      setTimeout(() => exitNow(new Interrupted(interrupted.signal).status), longestOrderMs).unref();
    });
  return interrupted.signal;
}

const longestOrderMs = 1_800;

/** Ends a command that was interrupted; the command line exits with its status and says nothing more. */
export class Interrupted extends Error {
  override name = "Interrupted";
  /** 128 + the signal's number, as a shell reports it. */
  readonly status: number;

  constructor({ reason }: AbortSignal) {
    super(`interrupted by ${reason}`);
    this.status = 128 + constants.signals[reason as NodeJS.Signals];
  }
}
