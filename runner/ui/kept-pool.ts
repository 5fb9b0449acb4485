import { join } from "node:path";
import { removeTree } from "../remove-tree.ts";
import { makeScratch } from "../scratch.ts";
import { hurriedGraceMs, Pool, type PoolOptions } from "../worker/pool.ts";
import { whileWanted } from "../worker/with-pool.ts";

/** Grading workers that are kept for the next run, so that it begins at once; aborting a run ends them. */
export class KeptPool {
  readonly #options: Omit<PoolOptions, "scratch">;
  #scratch: Promise<string> | null = null;
  #pool: Promise<Pool> | null = null;
  #opened = 0;

  constructor(options: Omit<PoolOptions, "scratch">) {
    this.#options = options;
  }

  /** Starts the workers, unless some are ready. */
  warm(): Promise<Pool> {
    this.#pool ??= this.#open();
    return this.#pool;
  }

  /** Lends the workers to a run; aborting it ends them at once. */
  async lend<T>(signal: AbortSignal, use: (pool: Pool) => Promise<T>): Promise<T> {
    const lent = this.warm();
    const pool = await lent.catch((fault: unknown) => {
      this.#pool = null;
      throw fault;
    });
    const forget = () => {
      if (this.#pool === lent) this.#pool = null;
    };
    signal.addEventListener("abort", forget);
    let isFit = false;
    try {
      const done = await whileWanted(pool, signal, use);
      isFit = !signal.aborted;
      return done;
    } finally {
      signal.removeEventListener("abort", forget);
      // Workers that failed are not used for the next run.
      if (!isFit) {
        forget();
        await pool.end(hurriedGraceMs);
      }
    }
  }

  async close(): Promise<void> {
    const pool = await this.#pool?.catch(() => null);
    await pool?.end(hurriedGraceMs);
    if (this.#scratch) await removeTree(await this.#scratch, hurriedGraceMs / 2);
  }

  async #open(): Promise<Pool> {
    this.#scratch ??= makeScratch();
    return Pool.open({ ...this.#options, scratch: join(await this.#scratch, `pool-${this.#opened++}`) });
  }
}
