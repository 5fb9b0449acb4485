import { join } from "node:path";
import type { GradeOptions } from "../grade/grade.ts";
import { removeTree } from "../remove-tree.ts";
import { makeScratch } from "../scratch.ts";
import { hurriedGraceMs, type Pool } from "../worker/pool.ts";
import { withPool as lendPool } from "../worker/with-pool.ts";
import { chooseTier, type TierChoice } from "./choose-tier.ts";
import { Interrupted, interruption } from "./interruption.ts";
import { sayLoss } from "./say-loss.ts";

/** The grading options that depend on the machine, not on the command line. */
export type PoolGrading = Pick<GradeOptions, "tier" | "tierReason" | "watch"> & { pool: Pool };

/**
 * Opens a pool of workers for `use`, one a core unless `jobs` says. An interruption ends the workers and everything
 * they started.
 *
 * @throws Interrupted
 */
export async function withPool<T>(
  choice: { tier: TierChoice; jobs?: number },
  use: (grading: PoolGrading) => Promise<T>,
): Promise<T> {
  const { tier, why, canWatch } = await chooseTier(choice.tier);
  const scratch = await makeScratch();
  const interrupted = interruption();
  try {
    const size = choice.jobs === undefined ? {} : { size: choice.jobs };
    const workers = { tier, watch: canWatch, scratch: join(scratch, "pool"), ...size, onLoss: sayLoss };
    const used = await lendPool({ ...workers, signal: interrupted }, (pool) =>
      use({ tier, ...(why && { tierReason: why }), watch: canWatch, pool }),
    );
    interrupted.throwIfAborted();
    return used;
  } catch (fault) {
    throw interrupted.aborted ? new Interrupted(interrupted) : fault;
  } finally {
    await removeTree(scratch, interrupted.aborted ? hurriedGraceMs / 2 : undefined);
  }
}
