/**
 * Flags of V8 for a worker: its garbage is collected by the thread that made it. Threads that help with a heap so small wait for one another
 * longer than they work, and take the CPU from the program under test: a tenth of a worker's CPU time.
 */
export function engineFlags(): string[] {
  const [major = 0] = process.versions.node.split(".").map(Number);
  return major <= lastTried ? ["--single-threaded-gc"] : [];
}

/** A later Node.js may no longer know the flag, and would refuse to start. */
const lastTried = 24;
