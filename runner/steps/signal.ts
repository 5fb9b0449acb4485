import * as z from "zod";
import { atRest } from "./at-rest.ts";
import { actor, roleName } from "./names.ts";
import { defineStep } from "./step.ts";

export const signal = defineStep({
  summary: "Sends a signal to a program and its processes once it rests, as a terminal does; SIGINT is Ctrl-C.",
  example: "- signal: { to: server, name: SIGINT }",
  schema: z.strictObject({
    to: roleName,
    name: z.enum(["SIGINT", "SIGTERM", "SIGHUP", "SIGUSR1", "SIGUSR2", "SIGKILL"]).describe("The signal's name"),
  }),
  async play(step, scene) {
    const program = actor(scene, step.to);
    await atRest(program, scene);
    program.program.signal(step.name);
    scene.transcript.record(step.to, "signal", { detail: step.name });
    return null;
  },
});
