import { hurriedGraceMs } from "../worker/pool.ts";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** What is open, by how it is ended in a hurry. */
const open = new Set<(graceMs: number) => Promise<void>>();
let ending: Promise<void> | undefined;

/**
 * Ends what is open when this process is told to end; the function that is returned says that it was ended otherwise. The process
 * then ends as the signal wants it, unless others listen for that signal, too: what becomes of the process is their business.
 */
export function endWithProcess(end: (graceMs: number) => Promise<void>): () => void {
  if (open.size === 0) for (const name of signals) process.on(name, heard);
  open.add(end);
  return () => {
    if (open.delete(end) && open.size === 0) for (const name of signals) process.off(name, heard);
  };
}

/** Resolves once nothing is being ended with the process: what fails meanwhile is not to end it in another way. */
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
