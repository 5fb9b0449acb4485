import { constants } from "node:os";
import { exitNow } from "../linux/native.ts";

const endings = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Aborts, with the signal's name as the reason, when wirecheck is asked to end: by Ctrl-C, by kill(1), or because its
 * terminal was closed. A second signal ends the process at once, and so does a timer, because a file system that does
 * not answer would block an orderly end for ever.
 *
 * @param options.isUsualEnd whether the command has no other end: its exit status is 0 then, even if the timer ends it
 */
export function interruption({ isUsualEnd = false } = {}): AbortSignal {
  const interrupted = new AbortController();
  const exit = () => exitNow(isUsualEnd ? 0 : new Interrupted(interrupted.signal).status);
  // The listeners stay, because the library that restores the terminal's cursor ends the process when there are none.
  for (const name of endings)
    process.on(name, () => {
      if (interrupted.signal.aborted) exit();
      interrupted.abort(name);
      setTimeout(exit, longestOrderMs).unref();
    });
  return interrupted.signal;
}

const longestOrderMs = 1_800;

/** Thrown when a command was interrupted; the command line exits with its status without a message. */
export class Interrupted extends Error {
  override name = "Interrupted";
  /** 128 + the signal's number, as a shell reports it. */
  readonly status: number;

  constructor({ reason }: AbortSignal) {
    super(`interrupted by ${reason}`);
    this.status = 128 + constants.signals[reason as NodeJS.Signals];
  }
}
