import type { GaveUp } from "../steps/step-context.ts";
import type { TestRun } from "./test-run.ts";

/** A program that has idled or computed for so long and has not ended is taken as it is. */
const restsAfter = { idleMs: 250, processorMs: 1000 };

/**
 * Lets the program come to rest after a failure, so that the same flaw shows the same evidence every time: a connection
 * breaks before the program that dies has printed why, or has ended.
 *
 * @returns where it was blocked, unless it ended
 */
export async function settle(run: TestRun, role: string): Promise<GaveUp | undefined> {
  const program = run.launched.get(role);
  if (program === undefined) return undefined;
  const waited = await run.until(() => program.exit() ?? undefined, restsAfter);
  return "gaveUp" in waited ? waited.gaveUp : undefined;
}
