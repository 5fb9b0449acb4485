import * as z from "zod";
import { defineShortStep } from "./step.ts";
import { atRest, onceReady } from "./support/at-rest.ts";
import { launched, programName } from "./support/names.ts";

export const rest = defineShortStep({
  summary:
    "Waits until a program has read and handled all that was sent to it, and rests; for programs that do not answer.",
  example: "- rest: server",
  short: "of",
  onlyTalks: true,
  schema: z.strictObject({ of: programName }),
  async play({ of }, context) {
    await atRest(launched(context, of), context, onceReady);
    return null;
  },
});
