import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { commandFile } from "./built-command.ts";
import { RedisServer } from "./redis-server.ts";
import { SmallClass } from "./small-class.ts";

/** A running `wirecheck worker`. */
export interface RunningWorker {
  child: ChildProcess;
  lines: string[];
  /** Resolves at its first line that fits; rejects when it ends before. */
  says(line: RegExp): Promise<string>;
  ended: Promise<{ status: number | null; signal: NodeJS.Signals | null }>;
}

/** A small class with a Redis server and workers, which all end with it. */
export class QueuedClass {
  readonly small: SmallClass;
  readonly redis: RedisServer;
  readonly #key: string;
  readonly #workers: RunningWorker[] = [];

  private constructor(small: SmallClass, redis: RedisServer, key: string) {
    this.small = small;
    this.redis = redis;
    this.#key = key;
  }

  /** See SmallClass.of. */
  static async of(fixtures: Readonly<Record<string, string>>, options?: readonly string[]): Promise<QueuedClass> {
    const small = await SmallClass.of(fixtures);
    const key = await small.write("course.key", randomBytes(32).toString("hex"));
    return new QueuedClass(small, await RedisServer.start(options), key);
  }

  /** The options that send hand-ins through the queue. */
  get through(): string[] {
    return ["--queue", this.redis.url, "--queue-key", this.#key];
  }

  /** Starts a worker, and waits until it grades. */
  async worker({ options = [] as string[], command = commandFile } = {}): Promise<RunningWorker> {
    const args = ["worker", ...this.through, "--jobs", "1", ...options];
    const worker = startWorker([command, ...args]);
    this.#workers.push(worker);
    await worker.says(/grading from/);
    return worker;
  }

  async remove(): Promise<void> {
    for (const { child } of this.#workers) child.kill("SIGKILL");
    await Promise.all(this.#workers.map(({ ended }) => ended));
    await this.redis.stop();
    await this.small.remove();
  }

  path(name: string): string {
    return join(this.small.folder, name);
  }
}

function startWorker(args: readonly string[]): RunningWorker {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
  const lines: string[] = [];
  const listeners = new Set<() => void>();
  createInterface({ input: child.stderr }).on("line", (line) => {
    lines.push(line);
    for (const hear of listeners) hear();
  });
  const ended = once(child, "exit").then(([status, signal]) => ({ status, signal }));
  const says = (wanted: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const found = lines.find((line) => wanted.test(line));
        if (found === undefined) return;
        listeners.delete(look);
        resolve(found);
      };
      listeners.add(look);
      void ended.then(() => reject(new Error(`the worker has ended without saying ${wanted}: ${lines.join("\n")}`)));
      look();
    });
  return { child, lines, says, ended };
}
