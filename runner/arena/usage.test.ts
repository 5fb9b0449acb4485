import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";
import { childrenOf } from "../linux/process-tree.ts";
import { tasksOf } from "./usage.ts";

const source = `
import os, threading, time
for _ in range(2): threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
for _ in range(3):
    child = os.fork()
    if child == 0: os._exit(0)
    os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
print("ready", flush=True)
time.sleep(60)
`;

it.runIf(process.platform === "linux")(
  "counts threads, and processes that have ended and that nobody has collected",
  async () => {
    const child = spawn("python3", ["-c", source], { stdio: ["ignore", "pipe", "inherit"] });
    await once(child.stdout, "data");
    expect(tasksOf([child.pid as number, ...childrenOf(child.pid as number)])).toBe(3 + 3);
    child.kill("SIGKILL");
    await once(child, "exit");
  },
);
