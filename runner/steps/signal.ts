import * as z from "zod";
import { defineStep } from "./step.ts";
import { atRest, onceReady } from "./support/at-rest.ts";
import { launched, programName } from "./support/names.ts";

export const signal = defineStep({
  summary: "Sends a signal to a program and its processes once it rests, as a terminal does; SIGINT is Ctrl-C.",
  example: "- signal: { to: server, name: SIGINT }",
  schema: z.strictObject({
    to: programName,
    name: z.enum(["SIGINT", "SIGTERM", "SIGHUP", "SIGUSR1", "SIGUSR2", "SIGKILL"]).describe("The signal's name"),
  }),
  races: () => true,
  mayEnd: true,
  async play(step, context) {
    const program = launched(context, step.to);
    await atRest(program, context, program.listenedOn === null ? {} : onceReady);
    program.program.signal(step.name);
    context.transcript.record(step.to, "signal", { detail: step.name });
    return null;
  },
});
