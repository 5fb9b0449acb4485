import * as z from "zod";
import { defineShortStep } from "./step.ts";
import { launched, programName } from "./support/names.ts";
import { awaitListening } from "./support/readiness.ts";

const fields = z.strictObject({
  program: programName,
  by: z
    .enum(["SIGINT", "SIGKILL"])
    .optional()
    .describe("The signal that ends it; if it ignores SIGINT, it is killed. @default SIGINT"),
});

export const restart = defineShortStep({
  summary: "Ends a server and starts it again at once on the same port; it must listen again.",
  example: "- restart: server",
  short: "program",
  schema: fields,
  acts: "alone",
  races: () => true,
  async play(step, context) {
    const before = launched(context, step.program);
    const port = before.serving()[0]?.localPort ?? before.givenPort;
    if (step.by !== "SIGKILL") {
      before.program.signal("SIGINT");
      context.transcript.record(step.program, "signal", { detail: "SIGINT" });
      await context.until(() => before.exit() ?? undefined, { idleMs: 2000 });
    }
    await before.program.kill();
    const again = await context.start({
      role: before.of,
      as: before.role,
      port: { same: port ?? 0 },
      stdin: "open",
      stdout: "pipe",
    });
    if ("code" in again) return again;
    const failure = await awaitListening(again, context);
    const found = again.serving()[0]?.localPort;
    const isElsewhere = port !== null && !again.serving().some(({ localPort }) => localPort === port);
    if (failure === null && isElsewhere && found !== undefined)
      return { code: "wrong-port", who: before.role, facts: { given: port, found } };
    if (failure === null) return null;
    const status = failure.code === "exited-early" ? failure.facts?.status : undefined;
    return {
      ...failure,
      code: "not-listening-again",
      facts: { port: port ?? 0, ...(status !== undefined && { status }) },
    };
  },
});
