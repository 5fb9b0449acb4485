import * as z from "zod";
import { defineShortStep } from "./step.ts";
import { atRest, onceReady } from "./support/at-rest.ts";
import { launched, programName } from "./support/names.ts";

export const rest = defineShortStep({
  summary:
    "Waits until a program has done what it can and rests: all that was sent to it is read and acted on, where no answer would tell.",
  example: "- rest: server",
  short: "of",
  onlyTalks: true,
  schema: z.strictObject({ of: programName }),
  async play({ of }, context) {
    await atRest(launched(context, of), context, onceReady);
    return null;
  },
});
