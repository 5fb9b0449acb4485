import { z } from "zod";
import { takeProcesses } from "../watch/take-look.ts";
import { actor, LabFault, roleName } from "./names.ts";
import type { Actor } from "./scene.ts";
import { defineShortStep, defineStep } from "./step.ts";

const noteName = (role: string) => `descriptors of ${role}`;

export const noteDescriptors = defineShortStep({
  summary: "Counts the open descriptors of a program, for a later `expect-descriptors`.",
  example: "- note-descriptors: server",
  short: "of",
  schema: z.strictObject({ of: roleName }),
  async play({ of }, scene) {
    scene.notes.set(noteName(of), countDescriptors(actor(scene, of)));
    return null;
  },
});

export const expectDescriptors = defineStep({
  summary: "A program must have at most so many more open descriptors than when they were counted.",
  example: "- expect-descriptors: { of: server, more: 10 }",
  schema: z.strictObject({
    of: roleName,
    more: z.int().nonnegative().describe("How many more are no leak: what a runtime opens once"),
  }),
  async play(step, scene) {
    const before = scene.notes.get(noteName(step.of));
    if (before === undefined)
      throw new LabFault(`the descriptors of the ${step.of} were not counted: note-descriptors first`);
    const program = actor(scene, step.of);
    const waited = await scene.until(() => (countDescriptors(program) <= before + step.more ? true : undefined), {
      pollMs: 20,
      idleMs: 1000,
    });
    if ("value" in waited) return null;
    return {
      code: "more-descriptors",
      who: step.of,
      facts: { before, after: countDescriptors(program) },
      gaveUp: waited.gaveUp,
    };
  },
});

function countDescriptors(program: Actor): number {
  return takeProcesses(program.program.pids()).reduce((sum, process) => sum + process.descriptors.size, 0);
}
