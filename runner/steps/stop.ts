import * as z from "zod";
import { actor, roleName } from "./names.ts";
import { defineShortStep } from "./step.ts";

export const stop = defineShortStep({
  summary: "Kills a program, and ends the relays that lead to it: its port is free again.",
  example: "- stop: server",
  short: "program",
  schema: z.strictObject({ program: roleName }),
  async play({ program }, scene) {
    const stopped = actor(scene, program);
    await stopped.program.kill();
    await Promise.all(stopped.relays.splice(0).map((relay) => relay.discard()));
    return null;
  },
});
