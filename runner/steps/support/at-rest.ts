import type { LaunchedProgram, Waiting, WaitOptions } from "../step-context.ts";

/** How long a program must idle to count as resting although it wakes by the clock. */
const restsMs = 200;

/** Who has got ready and has computed for so long since is not about to rest; a program that never is costs this in each test. */
export const onceReady: Pick<WaitOptions, "processorMs"> = { processorMs: 1500 };

/**
 * Waits until a program rests or has ended, as a person waits for the prompt: a signal or a line that comes while the program still
 * starts would find no handler and no prompt yet.
 */
export async function atRest(
  { exit }: LaunchedProgram,
  context: Waiting,
  limits: Pick<WaitOptions, "processorMs"> = {},
): Promise<void> {
  await context.until(() => exit() ?? undefined, { idleMs: restsMs, ...limits });
}
