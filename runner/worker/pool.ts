import { availableParallelism } from "node:os";
import { adoptOrphans } from "../linux/native.ts";
import type { Isolation } from "../model/result.ts";
import { type Call, type Callable, type Calls, callsOf, type Listener } from "./calls.ts";
import { callAgain, type Loss } from "./lost-call.ts";
import { killOrphans } from "./orphans.ts";
import type { Answer, Method } from "./protocol.ts";
import { WorkerDied, WorkerFailure } from "./worker-process.ts";
import { WorkerStart, workerPids } from "./worker-start.ts";

/** How a pool is opened. */
export interface PoolOptions {
  tier: Isolation["tier"];
  /** Folder for temporary files; each worker has one of its own in it. */
  scratch: string;
  /** Whether the program watch decides. */
  watch: boolean;
  /** Number of workers. @default one a core */
  size?: number;
  /** Hears of each worker that was lost. */
  onLoss?(loss: Loss): void;
}

type EndableWorker = Callable & { end(): Promise<void> };

/** A few workers, one a core, that share the calls made to them; one that dies is replaced, and its call made again. */
export class Pool {
  readonly isolation: Isolation;
  /** How many calls can run at once. */
  readonly size: number;
  readonly #options: PoolOptions;
  readonly #workers: Set<WorkerStart>;
  readonly #free: WorkerStart[];
  #alone: Promise<void> = Promise.resolve();
  readonly #waiting: { resolve(worker: WorkerStart): void; reject(fault: unknown): void }[] = [];
  #ended: Promise<void> | undefined;
  /** Why no more calls can be made. */
  #fault: unknown;

  private constructor(workers: WorkerStart[], isolation: Isolation, options: PoolOptions) {
    this.size = workers.length;
    this.#workers = new Set(workers);
    this.#free = [...workers];
    this.isolation = isolation;
    this.#options = options;
  }

  /** Starts the workers, each with an arena in a folder of its own below `scratch`. */
  static async open(options: PoolOptions): Promise<Pool> {
    // What a worker that dies had started becomes ours, to be ended.
    if (options.tier === "ports" && process.platform === "linux") adoptOrphans();
    const workers = Array.from({ length: options.size ?? availableParallelism() }, () => new WorkerStart(options));
    try {
      const [isolation] = await Promise.all(workers.map((worker) => worker.opened));
      return new Pool(workers, isolation as Isolation, options);
    } catch (fault) {
      await Promise.all(workers.map((worker) => worker.end(ordinaryGraceMs)));
      throw fault;
    }
  }

  /** The calls made for one hand-in; `listener` hears what its tests show, as they show it. */
  for(handIn: string, listener?: Listener): Calls {
    const ways = {
      call: <M extends Method>(call: Call<M>, begins?: () => void) => this.#call(call, begins),
      callAlone: <M extends Method>(call: Call<M>, begins?: () => void) => this.#callAlone(call, begins),
      withWorker: <T>(use: (worker: EndableWorker) => Promise<T>) => this.#withWorker(use),
    };
    return callsOf(handIn, this.isolation, ways, listener);
  }

  /** Ends all workers and everything they started; calls that wait or run are rejected. */
  end(graceMs: number = ordinaryGraceMs): Promise<void> {
    this.#fail(new WorkerFailure("the grading workers were ended"));
    this.#ended ??= Promise.all([...this.#workers].map((worker) => this.#endOne(worker, graceMs))).then(() => {});
    return this.#ended;
  }

  /** Makes a call on the first worker that is free; `begins` hears when it is made. */
  async #call<M extends Method>(call: Call<M>, begins?: () => void): Promise<Answer<M>> {
    const worker = await this.#acquire();
    begins?.();
    return this.#make(call, worker, [worker]);
  }

  /** Keeps the first worker that is free for several calls in a row; one that is lost meanwhile is not replaced for them. */
  async #withWorker<T>(use: (worker: EndableWorker) => Promise<T>): Promise<T> {
    const worker = await this.#acquire();
    const end = async () => void (await worker.end(hurriedGraceMs));
    try {
      return await use({ call: (call) => worker.call(call), end });
    } finally {
      this.#release(worker);
    }
  }

  /** The same while no other call runs: for what a busy machine kept from being decided. */
  async #callAlone<M extends Method>(call: Call<M>, begins?: () => void): Promise<Answer<M>> {
    const before = this.#alone;
    let done = () => {};
    this.#alone = new Promise((resolve) => {
      done = resolve;
    });
    await before;
    const workers: WorkerStart[] = [];
    try {
      while (workers.length < this.size) workers.push(await this.#acquire());
      begins?.();
      return await this.#make(call, workers[0] as WorkerStart, workers.splice(0));
    } finally {
      for (const worker of workers) this.#release(worker);
      done();
    }
  }

  async #make<M extends Method>(call: Call<M>, worker: WorkerStart, held: readonly WorkerStart[]): Promise<Answer<M>> {
    const before = worker.lastCall;
    try {
      return await worker.call(call);
    } catch (fault) {
      if (!(fault instanceof WorkerDied)) throw fault;
      // Workers that were ended on purpose died of nothing.
      if (this.#fault) throw this.#fault;
      const start = () => this.#started();
      const end = (again: WorkerStart) => this.#endOne(again, ordinaryGraceMs);
      return await callAgain({ call, before, fault, start, end, onLoss: this.#options.onLoss });
    } finally {
      for (const each of held) this.#release(each);
    }
  }

  #acquire(): Promise<WorkerStart> {
    if (this.#fault) return Promise.reject(this.#fault);
    for (let free = this.#free.pop(); free; free = this.#free.pop()) {
      if (free.isAlive) return Promise.resolve(free);
      void this.#replace(free);
    }
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  #release(worker: WorkerStart): void {
    if (!worker.isAlive) return void this.#replace(worker);
    const next = this.#waiting.shift();
    if (next) next.resolve(worker);
    else this.#free.push(worker);
  }

  /** Where no successor can be had the pool cannot go on. */
  async #replace(dead: WorkerStart): Promise<void> {
    try {
      await this.#endOne(dead, ordinaryGraceMs);
      if (this.#fault) return;
      this.#release(await this.#started());
    } catch (fault) {
      this.#fail(fault);
    }
  }

  async #started(): Promise<WorkerStart> {
    const worker = new WorkerStart(this.#options);
    this.#workers.add(worker);
    await worker.opened;
    return worker;
  }

  /** Ends a worker and what it may have left running; why it did not end in order, if so. */
  async #endOne(worker: WorkerStart, graceMs: number): Promise<string | null> {
    const fault = await worker.end(graceMs);
    this.#workers.delete(worker);
    if (fault !== null && this.isolation.tier === "ports") killOrphans(workerPids());
    return fault;
  }

  #fail(fault: unknown): void {
    this.#fault ??= fault;
    for (const call of this.#waiting.splice(0)) call.reject(fault);
  }
}

/** Who interrupts a run wants to see it end. */
export const hurriedGraceMs = 1_000;

/** Room to remove what the last programs left, however much that is. */
const ordinaryGraceMs = 30_000;
