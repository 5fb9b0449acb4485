import { join } from "node:path";
import { openHandIn } from "../handin/open-hand-in.ts";
import { type PreparedHandIn, preparePrograms, type Unclear } from "../prepare/prepare-programs.ts";
import { setUpLibraries } from "../prepare/set-up-libraries.ts";
import { removeTree } from "../remove-tree.ts";
import { makeScratch } from "../scratch.ts";
import type { Lab } from "../spec/lab.ts";
import type { Calls } from "../worker/calls.ts";
import { Pool } from "../worker/pool.ts";
import type { Answer, Params } from "../worker/protocol.ts";
import { WorkerDied } from "../worker/worker-process.ts";
import type { GradeOptions } from "./grade.ts";

/** How a hand-in is opened for sessions. */
export interface OpenOptions extends Pick<GradeOptions, "seed" | "tier" | "watch"> {
  /** The programs that its sessions launch, references and helpers of the lab among them. */
  roles: readonly string[];
  /** Receives the function that ends what opening has begun, as soon as it can be called. */
  begins?(end: OpenedHandIn["end"]): void;
}

/** What is chosen for one session. */
export type SessionChoices = Pick<Params<"beginSession">, "role" | "tracesCalls" | "keptFiles">;

/** A test whose steps come one at a time, on a worker that plays nothing else until it ends. */
export interface OpenSession {
  /** The worker's answer to its beginning. */
  begun: Answer<"beginSession">;
  play(step: Readonly<Record<string, unknown>>): Promise<Answer<"playStep">>;
  /** Waits for its last step, ends everything it started, and lets the next session begin. */
  end(): Promise<void>;
  /** Ends it at once, even during a step. */
  abandon(): Promise<void>;
}

/** A hand-in whose programs are found, built and ready, for one session after another. */
export class OpenedHandIn {
  readonly #lab: Lab;
  readonly #seed: string;
  readonly #prepared: PreparedHandIn;
  readonly #calls: Calls;
  /** Ends its worker and all that it started, and removes its files; the worker gets `graceMs` to end in order. */
  readonly end: (graceMs?: number) => Promise<void>;

  private constructor(
    lab: Lab,
    seed: number,
    prepared: PreparedHandIn,
    calls: Calls,
    end: (graceMs?: number) => Promise<void>,
  ) {
    this.#lab = lab;
    this.#seed = String(seed);
    this.#prepared = prepared;
    this.#calls = calls;
    this.end = end;
  }

  /** Unpacks, finds and builds as for grading, and cleans up if that fails. */
  static async open(lab: Lab, path: string, options: OpenOptions): Promise<OpenedHandIn | Unclear> {
    const { roles, seed, tier, watch } = options;
    const scratch = await makeScratch();
    let pool: Pool | undefined;
    let ending: Promise<void> | undefined;
    const end = (graceMs?: number) => {
      ending ??= Promise.resolve(pool?.end(graceMs)).then(async () => void (await removeTree(scratch, graceMs)));
      return ending;
    };
    options.begins?.(end);
    const opened = async () => {
      const handIn = await openHandIn(path, join(scratch, "hand-in"));
      if ("problem" in handIn) return handIn;
      pool = await Pool.open({ tier, watch, scratch, size: 1 });
      if (ending !== undefined) await pool.end();
      const calls = pool.for(handIn.id);
      const prepared = await preparePrograms(lab, roles, handIn, {
        scratch,
        calls,
        libraries: await setUpLibraries(lab),
      });
      return "programs" in prepared ? new OpenedHandIn(lab, seed, prepared, calls, end) : prepared;
    };
    const outcome = await opened().catch(async (fault: unknown) => {
      await end();
      throw fault;
    });
    if (!(outcome instanceof OpenedHandIn)) await end();
    return outcome;
  }

  /** What a report says of each program of the hand-in. */
  get found(): PreparedHandIn["found"] {
    return this.#prepared.found;
  }

  /** Begins a session as soon as the one before has ended. */
  begin(choices: SessionChoices): Promise<OpenSession> {
    const { limits, world, files } = this.#lab;
    const optional = { ...(limits && { limits }), ...(world && { world }), ...(files && { files }) };
    const params = { ...choices, ...optional, programs: this.#prepared.programs, seed: this.#seed };
    return new Promise((resolve, reject) => {
      const played = this.#calls.withWorker(async (worker) => {
        const begun = await worker.call("beginSession", params);
        await new Promise<void>((over) => {
          let ending: Promise<void> | undefined;
          const end = async () => {
            try {
              await worker.call("endSession", null);
            } catch (fault) {
              // A worker that died took everything it had started with it.
              if (!(fault instanceof WorkerDied)) throw fault;
            } finally {
              over();
            }
          };
          resolve({
            begun,
            play: (step) => worker.call("playStep", { step }),
            end: () => {
              ending ??= end();
              return ending;
            },
            abandon: () => {
              ending ??= worker.end().finally(over);
              return ending;
            },
          });
        });
      });
      played.catch(reject);
    });
  }
}
