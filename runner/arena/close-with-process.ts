import { constants } from "node:os";
import type { Arena } from "./arena.ts";

/** Closes the arena when this process is told to end, or when its parent is gone, and ends the process then. */
export function closeWithProcess(arena: Arena): void {
  const end = (status: number) => {
    arena.close().then(
      () => process.exit(status),
      () => process.exit(1),
    );
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    // On Windows, Ctrl-C reaches every process of the console; this one is ended by the main process.
    if (process.platform === "win32") process.on(signal, () => {});
    else process.once(signal, () => end(128 + constants.signals[signal]));
  }
  process.once("disconnect", () => end(0));
}
