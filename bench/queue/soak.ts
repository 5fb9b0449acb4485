import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { builtCommand } from "../../tests/support/built-command.ts";
import { RedisServer } from "../../tests/support/redis-server.ts";
import { smallLab } from "../made-class/make-class.ts";
import { type Part, seconds } from "../table.ts";
import type { MadeHandIns } from "./made-hand-ins.ts";
import { MemorySamples } from "./memory-samples.ts";

/** The outcome of grading a class through a queue with kills. */
export interface Soaked {
  out: string;
  /** Keys of hand-ins in Redis at the end. */
  left: string[];
  notes: string[];
  table(size: number): Omit<Part, "notes">;
}

interface Plan {
  handIns: MadeHandIns;
  workers: number;
  /** Mean time between two kills. */
  seconds: number;
  random(): number;
}

/** Grades a class through a queue while workers, the collecting process and the server are killed. */
export async function soak(root: string, plan: Plan): Promise<Soaked> {
  const begunMs = performance.now();
  const redis = await RedisServer.start();
  const key = join(root, "course.key");
  await writeFile(key, randomBytes(32).toString("hex"));
  const through = ["--queue", redis.url, "--queue-key", key];
  const [temporary, out] = [join(root, "tmp"), join(root, "grades")];
  await mkdir(temporary);
  const env = { ...process.env, TMPDIR: temporary };
  const graded = new Map<string, number>();
  const kills = { worker: 0, collector: 0, redis: 0 };

  const startWorker = () => {
    const child = start(["worker", ...through, "--jobs", "1", "--takeover", "5"], env);
    createInterface({ input: child.stderr as NodeJS.ReadableStream }).on("line", (line) => {
      const [, name] = /^(student-\d+)(?:\.zip)?: /.exec(line) ?? [];
      if (name) graded.set(name, (graded.get(name) ?? 0) + 1);
    });
    return child;
  };
  const startCollector = () => {
    const args = ["grade", smallLab, plan.handIns.folder, "--out", out, "--seed", "1", ...through];
    const child = start(args, env);
    createInterface({ input: child.stderr as NodeJS.ReadableStream }).on("line", progress);
    return child;
  };
  const workers = Array.from({ length: plan.workers }, startWorker);
  let collector = startCollector();
  const memory = new MemorySamples(redis, () => collector.pid as number);
  // Ending the soak ends everything that it started; signals end this process in bench/run.ts.
  process.once("exit", () => {
    for (const child of [...workers, collector]) child.kill("SIGKILL");
    redis.end();
  });
  try {
    while (!hasEnded(collector)) {
      const pause = -Math.log(1 - plan.random()) * plan.seconds * 1_000;
      await Promise.race([setTimeout(pause), once(collector, "exit").catch(() => {})]);
      if (hasEnded(collector)) break;
      const victim = plan.random();
      if (victim < 0.6) {
        const index = Math.floor(plan.random() * workers.length);
        await kill(workers[index] as ChildProcess);
        workers[index] = startWorker();
        kills.worker += 1;
      } else if (victim < 0.8) {
        await kill(collector);
        collector = startCollector();
        kills.collector += 1;
      } else {
        await redis.kill();
        await redis.restart();
        kills.redis += 1;
      }
    }
    if (collector.exitCode !== 0 && collector.exitCode !== 3)
      throw new Error(`wirecheck grade ended with ${collector.exitCode ?? collector.signalCode}`);
    const wallMs = performance.now() - begunMs;
    for (const worker of workers) worker.kill("SIGTERM");
    await Promise.all(workers.map((worker) => (hasEnded(worker) ? null : once(worker, "exit"))));
    const held = (await redis.keys()).filter((name) => /:parcel:|:class:|:wait$|:active$|:failed$|:lock$/.test(name));
    const repeated = [...graded.values()].reduce((sum, times) => sum + times - 1, 0);
    const samples = memory.end();
    return {
      ...{ out, left: held, notes: samples.notes },
      table: (size) => ({
        title: `${size} hand-ins through a queue, ${plan.workers} workers`,
        columns: ["wall s", "kills: workers", "collector", "Redis", "graded again", ...samples.columns],
        rows: [[seconds(wallMs), kills.worker, kills.collector, kills.redis, repeated, ...samples.row]],
      }),
    };
  } finally {
    memory.end();
    for (const child of [...workers, collector]) child.kill("SIGKILL");
    await redis.stop();
  }
}

function start(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(builtCommand[0], [builtCommand[1], ...args], { stdio: ["ignore", "ignore", "pipe"], env });
}

async function kill(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

function progress(line: string): void {
  const [, done] = /^(\d+)\/\d+ /.exec(line) ?? [];
  if (done === undefined ? !line.includes("as before") : Number(done) % 500 === 0) console.error(line);
}
