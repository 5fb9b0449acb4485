import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { Duplex } from "node:stream";
import { expect, it, vi } from "vitest";
import { processTree } from "../linux/process-tree.ts";
import { descriptors, launchCommand, nativeFile } from "./launcher.ts";

const crowd = `
import os, threading, time
def child():
    if os.fork() == 0:
        for _ in range(3): threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
        os.setsid()
        time.sleep(60)
    time.sleep(60)
for _ in range(2): threading.Thread(target=child, daemon=True).start()
time.sleep(60)
`;

it("stops a program with as many threads as it may have, those of a thread's children among them", async () => {
  // The first process has three, and each of the two children four.
  const launched = launch(crowd, 11);
  expect(await launched.line()).toBe("stopped\n");
  // A process that runs on another CPU stops a moment after the signal was sent.
  await vi.waitUntil(() => launched.states().join("") === "TTT", { timeout: 10_000 });
  await launched.end();
});

it("lets it have one less", async () => {
  const launched = launch(`${crowd.replaceAll("60", "0.3")}\nos._exit(7)`, 12);
  expect(await launched.line()).toBe("7\n");
  await launched.end();
});

it("does not count children that have ended and that nobody has asked for", async () => {
  const launched = launch(
    `
import os, time
for _ in range(8):
    child = os.fork()
    if child == 0: os._exit(0)
    os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
time.sleep(0.3)
os._exit(7)`,
    5,
  );
  expect(await launched.line()).toBe("7\n");
  await launched.end();
});

function launch(source: string, mostThreads: number) {
  const walls = { user: null, limits: [], files: null, mostThreads };
  const [file = "", ...args] = launchCommand(nativeFile("launch"), walls, ["python3", "-c", source]);
  const stdio = ["ignore", "ignore", "inherit", "pipe", "pipe", "pipe"] as const;
  const child: ChildProcess = spawn(file, args, { stdio: [...stdio] });
  const control = child.stdio[descriptors.control] as Duplex;
  const next = async () => String((await once(control, "data"))[0]);
  const begun = next().then(() => control.write("\n"));
  return {
    line: () => begun.then(next),
    states: () =>
      processTree(child.pid as number)
        .slice(1)
        .map((pid) => /\) (\w)/.exec(readFileSync(`/proc/${pid}/stat`, "latin1"))?.[1]),
    async end() {
      control.destroy();
      await once(child, "exit");
    },
  };
}
