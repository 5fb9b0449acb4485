import type { LaunchedProgram, Waiting, WaitOptions } from "../step-context.ts";

/**
 * Waits until a program rests or has ended, as a person waits for the prompt: a signal or a line that is sent while the program is
 * starting would find no handler and no prompt yet.
 */
export async function atRest(
  { exit }: LaunchedProgram,
  context: Waiting,
  limits: Pick<WaitOptions, "processorMs"> = {},
): Promise<void> {
  await context.until(() => exit() ?? undefined, { idleMs: restsMs, ...limits });
}

/** How long a program must idle to count as resting although its timeouts wake it. */
const restsMs = 200;

/**
 * The limit for a program that has got ready: after this much CPU time it is assumed never to rest. A program that never rests costs
 * this time in each test.
 */
export const onceReady: Pick<WaitOptions, "processorMs"> = { processorMs: 1500 };
