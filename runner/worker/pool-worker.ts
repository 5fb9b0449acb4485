import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { workerCommand, workerEnvironment } from "../arena/worker-command.ts";
import type { Isolation } from "../model/result.ts";
import { removeTree } from "../remove-tree.ts";
import type { Call } from "./calls.ts";
import type { Answer, Method } from "./protocol.ts";
import { WorkerProcess } from "./worker-process.ts";

/** A worker process of a pool, with its arena and its folder; a process that fails to open its arena is replaced once. */
export class PoolWorker {
  /** What its arena offers, once it is open. */
  readonly opened: Promise<Isolation>;
  /** The call that was made last. */
  lastCall: Call | null = null;
  readonly #options: Terms;
  readonly #folder: string;
  #process: WorkerProcess;
  #isWanted = true;

  constructor(options: Terms) {
    this.#options = options;
    living.add(this);
    this.#folder = join(options.scratch, `worker-${started++}`);
    this.#process = new WorkerProcess(workerCommand(options.tier), workerEnvironment(options.tier));
    this.opened = this.#open();
    this.opened.catch(() => {});
  }

  get isAlive(): boolean {
    return this.#process.isAlive;
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** See WorkerProcess.call. */
  async call<M extends Method>(call: Call<M>): Promise<Answer<M>> {
    this.lastCall = call;
    return this.#process.call(call.method, call.params, call.follow);
  }

  /** See WorkerProcess.end; its folder goes as well. */
  async end(graceMs: number): Promise<string | null> {
    this.#isWanted = false;
    const fault = await this.#process.end(graceMs);
    living.delete(this);
    await removeTree(this.#folder, graceMs);
    return fault;
  }

  async #open(): Promise<Isolation> {
    const { tier, watch } = this.#options;
    await mkdir(this.#folder, { recursive: true });
    for (let chances = 2; ; chances -= 1) {
      try {
        return await this.#process.call("open", { tier, scratch: this.#folder, watch });
      } catch (fault) {
        await this.#process.end(0);
        if (chances === 1 || !this.#isWanted) throw fault;
        this.#process = new WorkerProcess(workerCommand(tier), workerEnvironment(tier));
      }
    }
  }
}

/** How workers are started; see PoolOptions. */
interface Terms {
  tier: Isolation["tier"];
  scratch: string;
  watch: boolean;
}

let started = 0;
const living = new Set<PoolWorker>();

/** The pids of all workers of this process, whichever pool they belong to. */
export function workerPids(): Set<number | undefined> {
  return new Set([...living].map(({ pid }) => pid));
}
