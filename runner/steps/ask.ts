import * as z from "zod";
import { defineStep } from "./step.ts";
import type { LaunchedProgram, StepContext, StepFailure, Waited } from "./step-context.ts";
import { roleName } from "./support/names.ts";
import { printedBytes } from "./support/printed.ts";

export const ask = defineStep({
  summary:
    "Launches a program with these arguments and waits until it has ended. If it waits for the keyboard instead, the same words are typed as one line, once; it may then go on waiting for another line.",
  example: "- ask: { program: info, words: [resolve, localhost] }",
  schema: z.strictObject({
    program: roleName,
    words: z.array(z.string()).min(1).describe("Its arguments: a sub-command and the arguments of that"),
  }),
  brings: ({ program }) => [{ name: program, kind: "program" }],
  starts: ({ program }) => [program],
  async play({ program: role, words }, context) {
    const port = context.kind(role) === "program" ? "given" : "none";
    const started = await context.start({ role, port, stdin: "open", stdout: "pipe", words });
    if ("code" in started) return started;
    const first = await ending(started, context);
    if (!rests(first)) return stillRunning(started, first);
    const line = Buffer.from(`${words.join(" ")}\n`);
    started.promptBytes = printedBytes(started);
    started.program.type(line);
    context.transcript.record(role, "typed", { bytes: line });
    const second = await ending(started, context);
    return rests(second) ? null : stillRunning(started, second);
  },
});

function ending(program: LaunchedProgram, context: StepContext): Promise<Waited<unknown>> {
  return context.until(() => program.exit() ?? undefined);
}

/** Whether the program rests: it has not ended, and it will do nothing more by itself. */
function rests(waited: Waited<unknown>): boolean {
  return "gaveUp" in waited && ["stuck", "idle", "late"].includes(waited.gaveUp.why);
}

function stillRunning({ role }: LaunchedProgram, waited: Waited<unknown>): StepFailure | null {
  return "gaveUp" in waited && waited.gaveUp.why !== "gone"
    ? { code: "no-exit", who: role, gaveUp: waited.gaveUp }
    : null;
}
