import * as z from "zod";
import { defineShortStep } from "./step.ts";
import type { StepContext } from "./step-context.ts";
import { launched, programName } from "./support/names.ts";
import { awaitListening } from "./support/readiness.ts";

export const startAgain = defineShortStep({
  summary:
    "Waits until a server rests. If it has ended with status 0 after it had answered, as one-shot programs do, it is started again on the same port; any other end fails the test.",
  example: "- start-again: server",
  short: "program",
  schema: z.strictObject({ program: programName }),
  async play({ program }, context) {
    const before = launched(context, program);
    const waited = await context.until(() => before.exit() ?? undefined, { idleMs: restMs });
    if ("gaveUp" in waited && waited.gaveUp.why !== "gone") return null;
    const status = before.exit()?.status ?? 0;
    if (status !== 0 || !hasAnswered(program, context))
      return { code: "exited-early", who: program, facts: { status } };
    const port = before.givenPort === null ? ("given" as const) : { same: before.givenPort };
    const again = await context.start({ role: before.of, as: program, port, stdin: "open", stdout: "pipe" });
    return "code" in again ? again : awaitListening(again, context);
  },
});

/** How long a program must idle to count as resting, if that cannot be proven. */
const restMs = 300;

/** Whether anything came from the program since it was started last. */
function hasAnswered(program: string, { transcript }: StepContext): boolean {
  const started = transcript.events.findLastIndex(({ who, kind }) => who === program && kind === "started");
  return transcript.events.slice(started).some(({ kind }) => kind === "received");
}
