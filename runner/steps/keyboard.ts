import * as z from "zod";
import { defineStep } from "./step.ts";
import { atRest } from "./support/at-rest.ts";
import { launched, programName } from "./support/names.ts";
import { checkPayload, payloadBytes, payloadFields } from "./support/payload.ts";
import { Unplayable } from "./support/unplayable.ts";

export const type = defineStep({
  summary:
    "Writes these bytes to a program's standard input once it rests, as a person types after the prompt. If the program has ended, nothing happens.",
  example: "- type: { to: client, line: Halo }",
  schema: z.strictObject({ to: programName, ...payloadFields }).superRefine(checkPayload()),
  async play(step, context) {
    const bytes = payloadBytes(step, context, step.to);
    const program = launched(context, step.to);
    if (program.needsTerminal && isTooLong(bytes)) throw new Unplayable({ code: "typed-line" });
    // Some programs lose a line that is typed before they read: Node's readline drops it.
    await atRest(program, context);
    if (program.exit()) return null;
    program.program.type(bytes);
    context.transcript.record(step.to, "typed", { bytes });
    return null;
  },
});

export const endOfInput = defineStep({
  summary: "Ends a program's standard input once it rests, as a person's Ctrl-D does.",
  example: "- end-of-input: client",
  schema: programName,
  races: () => true,
  async play(role, context) {
    const program = launched(context, role);
    // A program that waits for keyboard and network at the same time may end at the end of input, with received bytes unread.
    await atRest(program, context);
    program.program.endInput();
    context.transcript.record(role, "end-of-input");
    return null;
  },
});

/** Whether a line is longer than a terminal accepts in canonical mode; see termios(3). */
function isTooLong(bytes: Buffer): boolean {
  return bytes
    .toString("latin1")
    .split("\n")
    .some(({ length }) => length > 4095);
}
