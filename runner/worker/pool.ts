import { availableParallelism } from "node:os";
import { setImmediate as turn } from "node:timers/promises";
import { adoptOrphans } from "../linux/native.ts";
import type { Isolation } from "../model/result.ts";
import { type Call, type Callable, type Calls, callsOf, type Listener } from "./calls.ts";
import { callAgain, type Loss } from "./lost-call.ts";
import { killOrphans } from "./orphans.ts";
import { PoolWorker, workerPids } from "./pool-worker.ts";
import type { Answer, Method } from "./protocol.ts";
import { WorkerDied, WorkerFailure } from "./worker-process.ts";

/** How a pool is opened. */
export interface PoolOptions {
  tier: Isolation["tier"];
  /** Folder for temporary files; each worker has one of its own in it. */
  scratch: string;
  /** Whether programs are watched; else fixed time limits decide. */
  watch: boolean;
  /** Number of workers. @default one a core */
  size?: number;
  /** Called for each worker that died. */
  onLoss?(loss: Loss): void;
}

type EndableWorker = Callable & { end(): Promise<void> };

/** Several workers, one for each core by default, that share the calls; one that dies is replaced, and its call is made again. */
export class Pool {
  readonly isolation: Isolation;
  /** How many calls can run at once. */
  readonly size: number;
  readonly #options: PoolOptions;
  readonly #workers: Set<PoolWorker>;
  readonly #free: PoolWorker[];
  #alone: Promise<void> = Promise.resolve();
  readonly #waiting: { resolve(worker: PoolWorker): void; reject(fault: unknown): void }[] = [];
  #ended: Promise<void> | undefined;
  /** Why no more calls can be made. */
  #fault: unknown;

  private constructor(workers: PoolWorker[], isolation: Isolation, options: PoolOptions) {
    this.size = workers.length;
    this.#workers = new Set(workers);
    this.#free = [...workers];
    this.isolation = isolation;
    this.#options = options;
  }

  /** Starts the workers, each with an arena in a folder of its own below `scratch`. */
  static async open(options: PoolOptions): Promise<Pool> {
    // Processes of a worker that dies become children of this process, so that it can kill them.
    if (options.tier === "ports" && process.platform === "linux") adoptOrphans();
    const workers = Array.from({ length: options.size ?? availableParallelism() }, () => new PoolWorker(options));
    try {
      const [isolation] = await Promise.all(workers.map((worker) => worker.opened));
      return new Pool(workers, isolation as Isolation, options);
    } catch (fault) {
      await Promise.all(workers.map((worker) => worker.end(ordinaryGraceMs)));
      throw fault;
    }
  }

  /** The calls for one hand-in; `listener` is called with what is seen while its tests are played. */
  for(handIn: string, listener?: Listener): Calls {
    const ways = {
      call: <M extends Method>(call: Call<M>, begins?: () => void) => this.#call(call, begins),
      callAlone: <M extends Method>(call: Call<M>, begins?: () => void) => this.#callAlone(call, begins),
      withWorker: <T>(use: (worker: EndableWorker) => Promise<T>) => this.#withWorker(use),
    };
    return callsOf(handIn, this.isolation, ways, listener);
  }

  /** Ends all workers and all processes that they started; calls that wait or run are rejected. */
  end(graceMs: number = ordinaryGraceMs): Promise<void> {
    this.#fail(new WorkerFailure("the grading workers were ended"));
    this.#ended ??= Promise.all([...this.#workers].map((worker) => this.#endOne(worker, graceMs))).then(() => {});
    return this.#ended;
  }

  async #call<M extends Method>(call: Call<M>, begins?: () => void): Promise<Answer<M>> {
    const worker = await this.#acquire();
    // Whoever made the call before this one learns its answer first: the parameters of this one may depend on it.
    await turn();
    begins?.();
    return this.#make(call, worker, [worker]);
  }

  async #withWorker<T>(use: (worker: EndableWorker) => Promise<T>): Promise<T> {
    const worker = await this.#acquire();
    const end = async () => void (await worker.end(hurriedGraceMs));
    try {
      return await use({ call: (call) => worker.call(call), end });
    } finally {
      this.#release(worker);
    }
  }

  /** Acquires all workers first: for a test that could not be decided because the machine was busy. */
  async #callAlone<M extends Method>(call: Call<M>, begins?: () => void): Promise<Answer<M>> {
    const before = this.#alone;
    let done = () => {};
    this.#alone = new Promise((resolve) => {
      done = resolve;
    });
    await before;
    const workers: PoolWorker[] = [];
    try {
      while (workers.length < this.size) workers.push(await this.#acquire());
      begins?.();
      return await this.#make(call, workers[0] as PoolWorker, workers.splice(0));
    } finally {
      for (const worker of workers) this.#release(worker);
      done();
    }
  }

  async #make<M extends Method>(call: Call<M>, worker: PoolWorker, held: readonly PoolWorker[]): Promise<Answer<M>> {
    const before = worker.lastCall;
    try {
      return await worker.call(call);
    } catch (fault) {
      if (!(fault instanceof WorkerDied)) throw fault;
      // The pool has ended its workers itself.
      if (this.#fault) throw this.#fault;
      const start = () => this.#started();
      const end = (again: PoolWorker) => this.#endOne(again, ordinaryGraceMs);
      return await callAgain({ call, before, fault, start, end, onLoss: this.#options.onLoss });
    } finally {
      for (const each of held) this.#release(each);
    }
  }

  #acquire(): Promise<PoolWorker> {
    if (this.#fault) return Promise.reject(this.#fault);
    for (let free = this.#free.pop(); free; free = this.#free.pop()) {
      if (free.isAlive) return Promise.resolve(free);
      void this.#replace(free);
    }
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  #release(worker: PoolWorker): void {
    if (!worker.isAlive) return void this.#replace(worker);
    const next = this.#waiting.shift();
    if (next) next.resolve(worker);
    else this.#free.push(worker);
  }

  /** Starts a new worker; if that fails, the pool fails. */
  async #replace(dead: PoolWorker): Promise<void> {
    try {
      await this.#endOne(dead, ordinaryGraceMs);
      if (this.#fault) return;
      this.#release(await this.#started());
    } catch (fault) {
      this.#fail(fault);
    }
  }

  async #started(): Promise<PoolWorker> {
    const worker = new PoolWorker(this.#options);
    this.#workers.add(worker);
    await worker.opened;
    return worker;
  }

  /** Ends a worker and processes that it may have left; resolves with why it did not end in order, or null if it did. */
  async #endOne(worker: PoolWorker, graceMs: number): Promise<string | null> {
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

/** How long workers may take to end after the user has interrupted a run. */
export const hurriedGraceMs = 1_000;

/** Enough time to remove the files that the last programs have left. */
const ordinaryGraceMs = 30_000;
