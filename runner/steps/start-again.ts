import * as z from "zod";
import { actor, roleName } from "./names.ts";
import { awaitListening } from "./readiness.ts";
import type { Scene } from "./scene.ts";
import { defineShortStep } from "./step.ts";

export const startAgain = defineShortStep({
  summary:
    "Waits until a server rests; one that ended with status 0 after it had answered, as one-shot programs do, is started again on the same port. Any other end fails the test.",
  example: "- start-again: server",
  short: "program",
  schema: z.strictObject({ program: roleName }),
  async play({ program }, scene) {
    const before = actor(scene, program);
    const waited = await scene.until(() => before.exit() ?? undefined, { idleMs: restMs });
    if ("gaveUp" in waited && waited.gaveUp.why !== "gone") return null;
    const status = before.exit()?.status ?? 0;
    if (status !== 0 || !hasAnswered(program, scene)) return { code: "exited-early", who: program, facts: { status } };
    const port = before.givenPort === null ? ("given" as const) : { same: before.givenPort };
    const again = await scene.start({ role: program, port, stdin: "open", stdout: "pipe" });
    return "code" in again ? again : awaitListening(again, scene);
  },
});

/** How long a program idles before it counts as resting where that cannot be proven. */
const restMs = 300;

/** Whether anything came from the program since it was started last. */
function hasAnswered(program: string, { transcript }: Scene): boolean {
  const started = transcript.events.findLastIndex(({ who, kind }) => who === program && kind === "started");
  return transcript.events.slice(started).some(({ kind }) => kind === "received");
}
