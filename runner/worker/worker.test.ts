import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { workerEnvironment } from "../arena/worker-command.ts";
import type { Params } from "./protocol.ts";
import { WorkerDied, WorkerFailure, WorkerProcess } from "./worker-process.ts";

let folder: string;
let scratch: string;
let worker: WorkerProcess;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "wirecheck-worker-"));
  // Programs of other users come by.
  chmodSync(folder, 0o755);
  scratch = join(folder, "scratch");
  for (const name of ["scratch", "files", "build"]) mkdirSync(join(folder, name));
  worker = new WorkerProcess([], workerEnvironment("ports"));
});

afterEach(async () => {
  await worker.end(5000);
  rmSync(folder, { recursive: true });
});

const open = () => worker.call("open", { tier: "ports", scratch, watch: true });
const build = (...argv: string[]): Params<"build"> => ({
  commands: [{ argv, env: {} }],
  ...{ files: join(folder, "files"), build: join(folder, "build"), toolFolders: [] },
});

it("answers one call after another, in their order", async () => {
  const answers = await Promise.all([
    open(),
    worker.call("build", build("/bin/sh", "-c", "sleep 0.1; echo first; exit 3")),
    worker.call("build", build("/bin/sh", "-c", "echo second")),
  ]);
  expect(answers).toMatchObject([
    { tier: "ports" },
    { status: 3, output: "first\n" },
    { status: 0, output: "second\n" },
  ]);
});

it("says what it was asked in vain, and hears the next call", async () => {
  await expect(worker.call("build", build("true"))).rejects.toThrow(WorkerFailure);
  await expect(worker.call("open", { tier: "none" } as never)).rejects.toThrow(/tier/);
  expect(await open()).toMatchObject({ tier: "ports" });
});

it("is given up at once when it is gone", async () => {
  await open();
  const lost = worker.call("build", build("/bin/sh", "-c", "sleep 60"));
  process.kill(worker.pid ?? 0, "SIGKILL");
  await expect(lost).rejects.toThrow(WorkerDied);
  await expect(lost).rejects.toThrow("SIGKILL");
  expect(worker.isAlive).toBe(false);
});

it("says of an open call that it was told to end, and not that all went well", async () => {
  await open();
  const lost = worker.call("build", build("/bin/sh", "-c", "sleep 60"));
  const told = expect(lost).rejects.toThrow("a grading worker was told to end before it had answered");
  expect(await worker.end(5000)).toBe(null);
  await told;
});

it("leaves nothing behind when it is ended", async () => {
  await open();
  expect(readdirSync(scratch)).toHaveLength(1);
  expect(await worker.end(5000)).toBeNull();
  expect(readdirSync(scratch)).toEqual([]);
});
