import { join } from "node:path";
import { EnclosedProgram, type FindServing } from "./enclosed-program.ts";
import type { LaunchOptions } from "./launch-options.ts";
import type { Tier } from "./tier.ts";

/** The programs that run in an arena, each as a user and in a folder of its own. */
export class Launches {
  readonly #tier: Tier;
  readonly #folder: string;
  readonly #users: readonly number[];
  readonly #running = new Map<EnclosedProgram, number>();
  /** The removals of files of ended programs that are not complete yet. */
  readonly #removals = new Set<Promise<boolean>>();
  #count = 0;

  /** @param users those as whom the programs may run */
  constructor(tier: Tier, folder: string, users: readonly number[]) {
    this.#tier = tier;
    this.#folder = folder;
    this.#users = users;
  }

  start(options: LaunchOptions, serving: FindServing): EnclosedProgram {
    const user = this.#userFor(options);
    const enclosure = this.#tier.enclose(options, join(this.#folder, `${this.#count++}`), user);
    const program = new EnclosedProgram(options, enclosure, serving);
    this.#running.set(program, user);
    const release = () => {
      this.#running.delete(program);
      const removal = program.removed.finally(() => this.#removals.delete(removal));
      this.#removals.add(removal);
    };
    program.exited.then(release, release);
    return program;
  }

  /** A user that no other program has, unless the program is a copy of one that runs. */
  #userFor({ sharesUserWith }: LaunchOptions): number {
    const taken = [...this.#running];
    const shared = taken.find(([program]) => program === sharesUserWith)?.[1];
    if (shared !== undefined) return shared;
    const free = this.#users.find((uid) => taken.every(([, user]) => user !== uid));
    if (free === undefined) throw new Error(`More than ${this.#users.length} programs at once in one arena`);
    return free;
  }

  /** The processes of all programs. */
  pids(): number[] {
    return [...this.#running.keys()].flatMap((program) => program.pids());
  }

  /** Kills all programs; resolves when none is left and their files are removed. */
  async end(): Promise<void> {
    await Promise.all([...this.#running.keys()].map((program) => program.kill()));
    await Promise.all(this.#removals);
  }

  /** Kills all programs without waiting. */
  destroy(): void {
    for (const program of this.#running.keys()) program.destroy();
  }
}
