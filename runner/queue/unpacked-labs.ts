import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { UsageProblem } from "../model/usage-problem.ts";
import type { Lab } from "../spec/lab.ts";
import { unpackLab } from "./pack-lab.ts";
import { digest as digestOf } from "./written-order.ts";

/** The labs that a worker has used last, each unpacked once. */
export class UnpackedLabs {
  readonly #scratch: string;
  readonly #fetch: (digest: string) => Promise<Buffer | null>;
  /** By digest; the one used last is at the end. */
  readonly #labs = new Map<string, Promise<Lab>>();

  constructor(scratch: string, fetch: (digest: string) => Promise<Buffer | null>) {
    this.#scratch = scratch;
    this.#fetch = fetch;
  }

  get(digest: string): Promise<Lab> {
    const lab = this.#labs.get(digest) ?? this.#unpack(digest);
    this.#labs.delete(digest);
    this.#labs.set(digest, lab);
    const [oldest] = this.#labs.keys();
    if (this.#labs.size > mostLabs && oldest !== undefined) this.#labs.delete(oldest);
    return lab;
  }

  async #unpack(digest: string): Promise<Lab> {
    try {
      const bytes = await this.#fetch(digest);
      if (bytes === null) throw new Error("the lab is no longer in the queue");
      if (digestOf(bytes) !== digest) throw new UsageProblem("the lab was changed in the queue");
      return await unpackLab(bytes, await mkdtemp(join(this.#scratch, "lab-")));
    } catch (fault) {
      this.#labs.delete(digest);
      throw fault;
    }
  }
}

/** More than are graded at once, and few enough to keep on disk. */
const mostLabs = 20;
