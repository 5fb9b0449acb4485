import * as z from "zod";
import { roleName } from "./names.ts";
import { printedBytes } from "./printed.ts";
import type { Actor, Scene, StepFailure, Waited } from "./scene.ts";
import { defineStep } from "./step.ts";

export const ask = defineStep({
  summary:
    "Launches a program with these arguments and waits until it has ended. One that waits for the keyboard instead is typed the same words on one line, once, and may go on waiting there for the next.",
  example: "- ask: { program: info, words: [resolve, localhost] }",
  schema: z.strictObject({
    program: roleName,
    words: z.array(z.string()).min(1).describe("Its arguments: a sub-command and what belongs to it"),
  }),
  async play({ program: role, words }, scene) {
    const started = await scene.start({ role, port: "none", stdin: "open", stdout: "pipe", words });
    if ("code" in started) return started;
    const first = await ending(started, scene);
    if (!rests(first)) return stillRunning(started, first);
    const line = Buffer.from(`${words.join(" ")}\n`);
    started.promptBytes = printedBytes(started);
    started.program.type(line);
    scene.transcript.record(role, "typed", { bytes: line });
    const second = await ending(started, scene);
    return rests(second) ? null : stillRunning(started, second);
  },
});

function ending(program: Actor, scene: Scene): Promise<Waited<unknown>> {
  return scene.until(() => program.exit() ?? undefined);
}

/** Whether it neither ended nor has anything left to do. */
function rests(waited: Waited<unknown>): boolean {
  return "gaveUp" in waited && ["stuck", "idle", "late"].includes(waited.gaveUp.why);
}

function stillRunning({ role }: Actor, waited: Waited<unknown>): StepFailure | null {
  return "gaveUp" in waited && waited.gaveUp.why !== "gone"
    ? { code: "no-exit", who: role, gaveUp: waited.gaveUp }
    : null;
}
