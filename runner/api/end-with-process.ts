import { hurriedGraceMs } from "../worker/pool.ts";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** The functions that end what is open in a hurry. */
const open = new Set<(graceMs: number) => Promise<void>>();
let ending: Promise<void> | undefined;

/**
 * Calls `end` when a signal asks this process to end; call the returned function once it was ended otherwise.
 * Afterwards the process ends by the signal, unless other listeners handle that signal: then they decide.
 */
export function endWithProcess(end: (graceMs: number) => Promise<void>): () => void {
  if (open.size === 0) for (const name of signals) process.on(name, heard);
  open.add(end);
  return () => {
    if (open.delete(end) && open.size === 0) for (const name of signals) process.off(name, heard);
  };
}

/** Resolves once no signal is being handled: an error that comes from ending must not end the process in another way. */
export function whileProcessEnds(): Promise<void> {
  return ending ?? Promise.resolve();
}

function heard(name: NodeJS.Signals): void {
  ending ??= endAll(name);
}

async function endAll(name: NodeJS.Signals): Promise<void> {
  await Promise.allSettled([...open].map((end) => end(hurriedGraceMs)));
  open.clear();
  for (const each of signals) process.off(each, heard);
  ending = undefined;
  if (process.listenerCount(name) === 0) process.kill(process.pid, name);
}
