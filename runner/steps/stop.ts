import * as z from "zod";
import { defineShortStep } from "./step.ts";
import { launched, programName } from "./support/names.ts";

export const stop = defineShortStep({
  summary: "Kills a program and ends the relays to it, so that its port is free again.",
  example: "- stop: server",
  short: "program",
  schema: z.strictObject({ program: programName }),
  mayEnd: true,
  acts: "alone",
  async play({ program }, context) {
    const stopped = launched(context, program);
    await stopped.program.kill();
    await Promise.all(stopped.relays.splice(0).map((relay) => relay.discard()));
    return null;
  },
});
