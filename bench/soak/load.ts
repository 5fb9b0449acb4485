import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** Computes while its parent lives, so that no loop is left behind. */
const busyLoop = "const parent = process.ppid; while (process.ppid === parent) for (let i = 0; i < 1e7; i++);";

/** Runs `work` next to `count` busy loops. */
export async function withLoad<T>(count: number, work: () => Promise<T>): Promise<T> {
  const loops = Array.from({ length: count }, () => spawn(process.execPath, ["--eval", busyLoop], { stdio: "ignore" }));
  try {
    return await work();
  } finally {
    await Promise.all(loops.map(end));
  }
}

async function end(loop: ChildProcess): Promise<void> {
  if (loop.exitCode !== null || loop.signalCode !== null) return;
  const gone = once(loop, "exit");
  loop.kill("SIGKILL");
  await gone;
}
