import { randomInt } from "node:crypto";
import { join } from "node:path";
import { chooseTier } from "../../runner/cli/choose-tier.ts";
import { gradingOptions } from "../../runner/cli/grading-options.ts";
import { readLab } from "../../runner/cli/read-lab.ts";
import { type GradeOptions, gradeHandIn } from "../../runner/grade/grade.ts";
import type { Result } from "../../runner/model/result.ts";
import { removeTree } from "../../runner/remove-tree.ts";
import { makeScratch } from "../../runner/scratch.ts";
import { Pool } from "../../runner/worker/pool.ts";

/**
 * Grades many hand-ins with the same built workers, because starting the command line for each takes longer than a
 * test.
 */
export class SharedGrader {
  readonly #pool: Pool;
  readonly #options: GradeOptions;
  readonly #scratch: string;

  private constructor(pool: Pool, options: GradeOptions, scratch: string) {
    this.#pool = pool;
    this.#options = options;
    this.#scratch = scratch;
  }

  /** In the best tier that the machine has. */
  static async open(): Promise<SharedGrader> {
    const options = gradingOptions({ lang: "en", seed: randomInt(2 ** 32 - 1) }, await chooseTier("best"));
    const scratch = await makeScratch();
    const pool = await Pool.open({ tier: options.tier, watch: options.watch, scratch: join(scratch, "pool") });
    return new SharedGrader(pool, options, scratch);
  }

  async grade(lab: string, folder: string, choice: Pick<GradeOptions, "only" | "program">): Promise<Result> {
    const graded = await gradeHandIn(await readLab(lab), folder, { ...this.#options, ...choice, pool: this.#pool });
    if (!("tests" in graded)) throw new Error(`${folder} could not be graded: ${JSON.stringify(graded)}`);
    return graded;
  }

  async close(): Promise<void> {
    await this.#pool.end();
    await removeTree(this.#scratch);
  }
}
