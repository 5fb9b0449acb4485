import * as z from "zod";
import { refusalFailure } from "./expect-exit.ts";
import { defineShortStep } from "./step.ts";
import type { LaunchedProgram, StepContext, StepFailure } from "./step-context.ts";
import { atRest } from "./support/at-rest.ts";
import { launched, programName } from "./support/names.ts";
import { printed } from "./support/printed.ts";
import { Unplayable } from "./support/unplayable.ts";

const fields = z.strictObject({
  of: programName,
  "or-default-port": z
    .boolean()
    .optional()
    .describe("It may also listen on a default port, if it says which. @default false"),
});

export const expectUsageError = defineShortStep({
  summary:
    "A program must reject its arguments with a message and a status other than 0. If its port is written in its source, the test does not apply and does not count.",
  example: "- expect-usage-error: { of: server, or-default-port: true }",
  short: "of",
  schema: fields,
  mayEnd: true,
  async play(step, context) {
    const program = launched(context, step.of);
    const waited = await context.until(() => program.exit() ?? listeningPort(program), { pollMs: 2 });
    if ("gaveUp" in waited) return { code: "no-exit", who: step.of, gaveUp: waited.gaveUp };
    if (typeof waited.value !== "number") return refusalFailure(program, waited.value);
    if (program.portIsFixed) throw new Unplayable({ code: "fixed-port" });
    return step["or-default-port"]
      ? announcement(program, waited.value, context)
      : listensAllTheSame(program, waited.value);
  },
});

function listeningPort(program: LaunchedProgram): number | undefined {
  return program.serving()[0]?.localPort;
}

function listensAllTheSame(program: LaunchedProgram, port: number): StepFailure {
  return { code: "no-exit", who: program.role, facts: { listens: port } };
}

/** The port must be printed. The line may still be in the program's buffer: most programs print it when Ctrl-C ends them. */
async function announcement(program: LaunchedProgram, port: number, context: StepContext): Promise<StepFailure | null> {
  const saysPort = () => (new RegExp(`(?<!\\d)${port}(?!\\d)`).test(printed(program)) ? true : undefined);
  // It listens before it prints: an interrupt in between would suppress the line.
  await atRest(program, context);
  if (saysPort()) return null;
  program.program.signal("SIGINT");
  context.transcript.record(program.role, "signal", { detail: "SIGINT" });
  await context.until(() => saysPort() ?? program.exit() ?? undefined, { idleMs: 2000 });
  return saysPort() ? null : { code: "no-message", who: program.role, facts: { listens: port } };
}
