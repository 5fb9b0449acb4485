import { spawn } from "node:child_process";
import { once } from "node:events";
import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { processTree } from "./process-tree.ts";

/** Adopts orphans as an init does, and starts a daemon that hands itself on to a child a thousand times. */
const handsOn = `
import ctypes, os, signal
PR_SET_CHILD_SUBREAPER = 36
ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
if os.fork() == 0:
    for _ in range(1000):
        if os.fork() > 0:
            os._exit(0)
    print("last", flush=True)
signal.pause()
`;

test("a process is found although its parents end while the tree is read", async () => {
  const child = spawn("python3", ["-c", handsOn], { stdio: ["ignore", "pipe", "inherit"] });
  const root = child.pid as number;
  try {
    const last = once(child.stdout, "data");
    let isLast = false;
    last.then(() => {
      isLast = true;
    });
    while (processTree(root).length < 2) await nextTurn();
    const sizes = new Set<number>();
    while (!isLast) {
      sizes.add(processTree(root).length);
      await nextTurn();
    }
    expect(Math.min(...sizes)).toBeGreaterThan(1);
  } finally {
    for (const pid of processTree(root)) process.kill(pid, "SIGKILL");
  }
});
