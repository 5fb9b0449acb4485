import { mkdir } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { workerCommand } from "../arena/worker-command.ts";
import type { Isolation } from "../model/result.ts";
import type { Answer, Method, Params } from "./protocol.ts";
import { WorkerFailure, WorkerProcess } from "./worker-process.ts";

/** How a pool is opened. */
export interface PoolOptions {
  tier: "full" | "ports";
  /** Folder for temporary files; each worker has one of its own in it. */
  scratch: string;
  /** Whether the program watch decides. */
  watch: boolean;
  /** Number of workers. @default one a core */
  size?: number;
}

/** A few workers, one a core, that share the calls made to them; one that dies is replaced. */
export class Pool {
  readonly isolation: Isolation;
  readonly #options: PoolOptions;
  readonly #workers: WorkerProcess[];
  readonly #free: WorkerProcess[];
  #alone: Promise<void> = Promise.resolve();
  readonly #waiting: { resolve(worker: WorkerProcess): void; reject(fault: unknown): void }[] = [];
  #ended: Promise<void> | undefined;
  /** Why no more calls can be made. */
  #fault: unknown;

  private constructor(workers: WorkerProcess[], isolation: Isolation, options: PoolOptions) {
    this.#workers = workers;
    this.#free = [...workers];
    this.isolation = isolation;
    this.#options = options;
  }

  /** Starts the workers, each with an arena in a folder of its own below `scratch`. */
  static async open(options: PoolOptions): Promise<Pool> {
    const size = options.size ?? availableParallelism();
    const workers: WorkerProcess[] = [];
    try {
      const opened = await Promise.all(
        Array.from({ length: size }, (_, index) => startWorker(workers, index, options)),
      );
      return new Pool(workers, opened[0] as Isolation, options);
    } catch (fault) {
      await Promise.all(workers.map((worker) => worker.end()));
      throw fault;
    }
  }

  /** How many calls can run at once. */
  get size(): number {
    return this.#workers.length;
  }

  /** Makes a call on the first worker that is free; `begins` hears when it is made. */
  async call<M extends Method>(method: M, params: Params<M>, begins?: () => void): Promise<Answer<M>> {
    const worker = await this.#acquire();
    begins?.();
    try {
      return await worker.call(method, params);
    } finally {
      this.#release(worker);
    }
  }

  /** The same while no other call runs: for what a busy machine kept from being decided. */
  async callAlone<M extends Method>(method: M, params: Params<M>, begins?: () => void): Promise<Answer<M>> {
    const before = this.#alone;
    let done = () => {};
    this.#alone = new Promise((resolve) => {
      done = resolve;
    });
    await before;
    const workers: WorkerProcess[] = [];
    try {
      while (workers.length < this.size) workers.push(await this.#acquire());
      begins?.();
      return await (workers[0] as WorkerProcess).call(method, params);
    } finally {
      for (const worker of workers) this.#release(worker);
      done();
    }
  }

  /** Ends all workers and everything they started; calls that wait or run are rejected. */
  end(): Promise<void> {
    this.#ended ??= Promise.all(this.#workers.map((worker) => worker.end())).then(() => {});
    this.#fail(new WorkerFailure("the grading workers were ended"));
    return this.#ended;
  }

  #acquire(): Promise<WorkerProcess> {
    if (this.#fault) return Promise.reject(this.#fault);
    for (let free = this.#free.pop(); free; free = this.#free.pop()) {
      if (free.isAlive) return Promise.resolve(free);
      void this.#replace(free);
    }
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  #release(worker: WorkerProcess): void {
    if (!worker.isAlive) return void this.#replace(worker);
    const next = this.#waiting.shift();
    if (next) next.resolve(worker);
    else this.#free.push(worker);
  }

  /** Where no successor can be had the pool cannot go on. */
  async #replace(dead: WorkerProcess): Promise<void> {
    if (this.#fault) return;
    const index = this.#workers.indexOf(dead);
    try {
      await startWorker(this.#workers, index, this.#options, () => this.#fault === undefined);
      this.#release(this.#workers[index] as WorkerProcess);
    } catch (fault) {
      this.#fail(fault);
    }
  }

  #fail(fault: unknown): void {
    this.#fault ??= fault;
    for (const call of this.#waiting.splice(0)) call.reject(fault);
  }
}

/** Puts a worker into its place; one that does not come up is given another chance while it is wanted. */
async function startWorker(
  workers: WorkerProcess[],
  index: number,
  options: PoolOptions,
  isWanted = () => true,
): Promise<Isolation> {
  for (let chances = 2; ; chances -= 1) {
    const worker = new WorkerProcess(workerCommand(options.tier));
    workers[index] = worker;
    try {
      return await openWorker(worker, index, options);
    } catch (fault) {
      await worker.end();
      if (chances === 1 || !isWanted()) throw fault;
    }
  }
}

async function openWorker(worker: WorkerProcess, index: number, { tier, scratch, watch }: PoolOptions) {
  const folder = join(scratch, `worker-${index}`);
  await mkdir(folder, { recursive: true });
  return worker.call("open", { tier, scratch: folder, watch });
}
