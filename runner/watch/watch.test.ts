import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { childrenByFile, childrenByScan, processTree } from "../linux/process-tree.ts";
import { assess } from "./assess.ts";
import { type History, NO_HISTORY, remember } from "./history.ts";
import type { Assessment, Look } from "./look.ts";
import { takeProcesses } from "./take-look.ts";

const BETWEEN_LOOKS_MS = 20;
let child: ChildProcess | undefined;

afterEach(() => {
  child?.kill("SIGKILL");
});

test("a program in accept is stuck there", async () => {
  const { pid } = await start(
    "import socket; s = socket.create_server(('127.0.0.1', 0)); print(s.fileno()); s.accept()",
  );
  const assessment = await untilStill(pid);
  expect(assessment).toMatchObject({ state: "stuck", blocked: [{ pid, tid: pid, call: "accept", untilMs: null }] });
});

test("a program that sleeps is waiting, and its deadline is known", async () => {
  const { pid, line } = await start("import time; print(time.monotonic() + 0.3); time.sleep(0.3); input()");
  const assessment = await untilStill(pid);
  expect(assessment).toMatchObject({ state: "waiting", blocked: [{ call: "sleep" }] });
  const deadlineMs = Number(line) * 1000 - Number(process.hrtime.bigint()) / 1e6 + performance.now();
  const untilMs = "untilMs" in assessment ? assessment.untilMs : Number.NaN;
  expect(Math.abs(untilMs - deadlineMs)).toBeLessThan(100);
});

test("a busy loop is running", async () => {
  const { pid } = await start("print()\nwhile True: pass");
  const before = look(pid);
  await delay(BETWEEN_LOOKS_MS);
  expect(assess(before, look(pid))).toEqual({ state: "running" });
});

test("a child that computes keeps its waiting parent running", async () => {
  const { pid } = await start("import os\nif os.fork() == 0:\n  print()\n  while True: pass\nos.wait()");
  const before = look(pid);
  expect(before.processes).toHaveLength(2);
  expect(childrenByScan()(pid)).toEqual(childrenByFile(pid));
  await delay(BETWEEN_LOOKS_MS);
  expect(assess(before, look(pid))).toEqual({ state: "running" });
  process.kill(before.processes[1]?.pid ?? 0, "SIGKILL");
});

test("a program whose main thread has ended is seen by its other threads", async () => {
  const { pid } = await start(
    "import ctypes, threading, signal\nthreading.Thread(target=signal.pause).start()\nprint()\nctypes.CDLL(None).syscall(60 if __import__('os').uname().machine == 'x86_64' else 93, 0)",
  );
  const assessment = await untilStill(pid);
  expect(assessment).toMatchObject({ state: "stuck", blocked: [{ call: "pause" }] });
});

test("a parent that waits for a child of vfork() is stuck if the child is, although the kernel shows it as waiting for a disk", async () => {
  // The child pauses within the call, for it has the memory of its parent.
  const { pid } = await start("import ctypes\nlibc = ctypes.CDLL(None)\nprint()\nlibc.vfork() == 0 and libc.pause()");
  const assessment = await untilStill(pid);
  expect(assessment).toMatchObject({ state: "stuck", blocked: [{ call: "wait" }, { call: "pause" }] });
  for (const each of childrenByFile(pid)) process.kill(each, "SIGKILL");
});

test("a program that ended is gone", async () => {
  const { pid } = await start("print()");
  const before = look(pid);
  if (child?.exitCode === null) await once(child, "exit");
  expect(assess(before, look(pid))).toEqual({ state: "gone" });
});

async function start(program: string): Promise<{ pid: number; line: string }> {
  child = spawn("python3", ["-uc", program], { stdio: ["pipe", "pipe", "inherit"] });
  const [line] = await once(child.stdout as NodeJS.ReadableStream, "data");
  return { pid: child.pid as number, line: String(line) };
}

function look(pid: number): Look {
  return { atMs: performance.now(), processes: takeProcesses(processTree(pid)), sockets: [] };
}

async function untilStill(pid: number): Promise<Assessment> {
  let history: History = NO_HISTORY;
  for (let before = look(pid); ; ) {
    history = remember(history, before);
    await delay(BETWEEN_LOOKS_MS);
    const now = look(pid);
    const assessment = assess(before, now, { history });
    if (assessment.state !== "running") return assessment;
    before = now;
  }
}
