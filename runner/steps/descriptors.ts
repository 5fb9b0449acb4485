import * as z from "zod";
import { takeProcesses } from "../watch/take-look.ts";
import { defineShortStep, defineStep } from "./step.ts";
import type { LaunchedProgram } from "./step-context.ts";
import { LabFault, launched, programName } from "./support/names.ts";

const noteName = (role: string) => `descriptors of ${role}`;

export const noteDescriptors = defineShortStep({
  summary: "Counts the open descriptors of a program, for a later `expect-descriptors`.",
  example: "- note-descriptors: server",
  short: "of",
  schema: z.strictObject({ of: programName }),
  needs: "processes",
  async play({ of }, context) {
    context.notes.set(noteName(of), countDescriptors(launched(context, of)));
    return null;
  },
});

export const expectDescriptors = defineStep({
  summary: "A program must not have more open descriptors than when they were counted, except for a few.",
  example: "- expect-descriptors: { of: server, more: 10 }",
  schema: z.strictObject({
    of: programName,
    more: z.int().nonnegative().describe("How many more are allowed, because a runtime opens some once"),
  }),
  needs: "processes",
  async play(step, context) {
    const before = context.notes.get(noteName(step.of));
    if (before === undefined)
      throw new LabFault(`the descriptors of the ${step.of} were not counted: note-descriptors first`);
    const program = launched(context, step.of);
    let after = before;
    // A server that was killed meanwhile has no descriptors either, but it did not close them.
    const gaveBack = () => {
      const count = countDescriptors(program);
      if (program.exit() || program.serving().length === 0) return undefined;
      after = count;
      return count <= before + step.more ? true : undefined;
    };
    const waited = await context.until(gaveBack, { pollMs: 20, idleMs: 1000 });
    if ("value" in waited) return null;
    if (after <= before + step.more) {
      const status = program.exit()?.status;
      return { code: "exited-early", who: step.of, ...(status !== undefined && { facts: { status } }) };
    }
    return { code: "more-descriptors", who: step.of, facts: { before, after }, gaveUp: waited.gaveUp };
  },
});

function countDescriptors(program: LaunchedProgram): number {
  return takeProcesses(program.program.pids()).reduce((sum, process) => sum + process.descriptors.size, 0);
}
