import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { builtCommand } from "../../tests/support/built-command.ts";
import { RedisServer } from "../../tests/support/redis-server.ts";
import { smallLab } from "../made-class/make-class.ts";
import { type Part, seconds } from "../table.ts";
import { CpuGroup } from "./cpu-group.ts";
import type { MadeHandIns } from "./made-hand-ins.ts";

/**
 * Grading a class with the workers of one machine, and through a queue with one, two and four workers of one grading
 * process each.
 */
export async function throughput(root: string, handIns: MadeHandIns): Promise<Part> {
  const key = join(root, "course.key");
  await writeFile(key, randomBytes(32).toString("hex"));
  const rows = [];
  for (const count of [1, 2, 4]) {
    rows.push(await locally(root, handIns, count));
    rows.push(await queued(root, handIns, count, key));
  }
  return {
    title: `${handIns.expected.size} hand-ins with two quick tests each`,
    columns: ["", "wall s", "CPU s", "ms a hand-in", "hand-ins/s", "of it Redis and collector"],
    rows,
    notes: ["CPU: of wirecheck, of Redis and of everything that they started, without their start"],
  };
}

async function locally(root: string, handIns: MadeHandIns, count: number) {
  const group = new CpuGroup("local");
  try {
    const run = () => grade(group, handIns, join(root, `local-${count}`), ["--jobs", `${count}`]);
    const { wallMs, spentMs } = await costOf(run, () => [group.cpuMs]);
    return row(`one machine, ${count}`, handIns, wallMs, spentMs);
  } finally {
    group.remove();
  }
}

async function queued(root: string, handIns: MadeHandIns, count: number, key: string) {
  const [central, grading] = [new CpuGroup("central"), new CpuGroup("workers")];
  const redis = await RedisServer.start();
  central.add(redis.pid);
  const through = ["--queue", redis.url, "--queue-key", key];
  const workers = Array.from({ length: count }, () => start(grading, ["worker", ...through, "--jobs", "1"]));
  try {
    await Promise.all(workers.map((worker) => says(worker, /grading from/)));
    const run = () => grade(central, handIns, join(root, `queued-${count}`), through);
    const { wallMs, spentMs } = await costOf(run, () => [central.cpuMs, grading.cpuMs]);
    return row(`queue, workers: ${count}`, handIns, wallMs, spentMs);
  } finally {
    for (const worker of workers) worker.kill("SIGTERM");
    await Promise.all(workers.map((worker) => once(worker, "exit")));
    await redis.stop();
    for (const group of [central, grading]) group.remove();
  }
}

/** The cost of a run minus that of the same run with nothing left to grade, so that start and end do not count. */
async function costOf(run: () => Promise<void>, accounts: () => number[]) {
  const [beforeMs, atFirst] = [performance.now(), accounts()];
  await run();
  const [betweenMs, between] = [performance.now(), accounts()];
  await run();
  const [afterMs, atLast] = [performance.now(), accounts()];
  const beyond = (first: number, middle: number, last: number) => middle - first - (last - middle);
  return {
    wallMs: beyond(beforeMs, betweenMs, afterMs),
    spentMs: atLast.map((last, index) => beyond(atFirst[index] as number, between[index] as number, last)),
  };
}

async function grade(group: CpuGroup, { folder }: MadeHandIns, out: string, options: readonly string[]) {
  const child = start(group, ["grade", smallLab, folder, "--out", out, "--seed", "1", ...options]);
  child.stderr?.resume();
  const [status] = await once(child, "exit");
  if (status !== 0 && status !== 3) throw new Error(`wirecheck grade ended with ${status}`);
}

function start(group: CpuGroup, args: readonly string[]): ChildProcess {
  const [file = "", ...words] = [...group.wrapper, ...builtCommand, ...args];
  return spawn(file, words, { stdio: ["ignore", "ignore", "pipe"] });
}

async function says(worker: ChildProcess, words: RegExp): Promise<void> {
  for await (const line of createInterface({ input: worker.stderr as NodeJS.ReadableStream }))
    if (words.test(line)) break;
  worker.stderr?.resume();
}

function row(name: string, { expected }: MadeHandIns, wallMs: number, spentMs: readonly number[]) {
  const cpuMs = spentMs.reduce((sum, each) => sum + each, 0);
  const each = Math.round((10 * cpuMs) / expected.size) / 10;
  const perSecond = Math.round((expected.size / wallMs) * 10_000) / 10;
  const central = spentMs.length > 1 ? Math.round((10 * (spentMs[0] as number)) / expected.size) / 10 : null;
  return [name, seconds(wallMs), seconds(cpuMs), each, perSecond, central];
}
