import type { LaunchedProgram, Waiting, WaitOptions } from "../step-context.ts";

/** Long enough for a program that wakes by the clock to be taken as one that rests. */
const restsMs = 200;

/** Who has got ready and has computed for so long since is not about to rest; a program that never is costs this in each test. */
export const onceReady: Pick<WaitOptions, "processorMs"> = { processorMs: 1500 };

/**
 * Waits until a program rests or has ended, as a person waits before the next key: what comes in the middle of its start meets
 * neither the handler nor the prompt that the next line of its source would have given it.
 */
export async function atRest(
  { exit }: LaunchedProgram,
  context: Waiting,
  limits: Pick<WaitOptions, "processorMs"> = {},
): Promise<void> {
  await context.until(() => exit() ?? undefined, { idleMs: restsMs, ...limits });
}
