import type { GaveUp } from "../steps/step-context.ts";
import type { TestRun } from "./test-run.ts";

/** How long a program may idle or compute before it is assumed not to end. */
const restsAfter = { idleMs: 250, processorMs: 1000 };

/**
 * Waits until the program rests or has ended after a failure, so that the same flaw gives the same evidence every time: the connection
 * of a program that crashes breaks before the program has printed an error and ended.
 *
 * @returns where it was blocked, unless it ended
 */
export async function settle(run: TestRun, role: string): Promise<GaveUp | undefined> {
  const program = run.launched.get(role);
  if (program === undefined) return undefined;
  const waited = await run.until(() => program.exit() ?? undefined, restsAfter);
  return "gaveUp" in waited ? waited.gaveUp : undefined;
}
