import { checkSteps } from "../spec/check-steps.ts";
import { everyStep, filesReadBy, stepIn } from "../spec/every-step.ts";
import { explainIssue } from "../spec/explain-issue.ts";
import { findIssues } from "../spec/find-issues.ts";
import type { Lab } from "../spec/lab.ts";
import { stepSchema } from "../spec/step-language.ts";
import { referredIn } from "../steps/support/references.ts";

/** What a run was begun with. */
export interface Begun {
  lab: Lab;
  /** The program under test. */
  role: string;
  tracesCalls: boolean;
  keptFiles: readonly string[];
}

/** What is wrong with the next step after those played, in the words of the check of a lab; null when nothing is. */
export function misuseOf(
  step: Readonly<Record<string, unknown>>,
  played: readonly Readonly<Record<string, unknown>>[],
  { lab, role, tracesCalls, keptFiles }: Begun,
): string | null {
  const parsed = stepSchema.safeParse(step, { error: explainIssue });
  const findings = parsed.success ? unknownNames(step, played, lab, role) : findIssues(parsed.error.issues, step);
  if (findings.length > 0) return findings.map(({ message }) => message).join("; ");
  if (!tracesCalls && everyStep([step]).some(({ word }) => word === "expect-calls"))
    return "system calls are traced only from the launch on: begin with `traceCalls: true`";
  const unkept = filesReadBy([step]).find((path) => !keptFiles.includes(path));
  return unkept === undefined
    ? null
    : `a program's files are kept only when asked for in advance: begin with \`keepFiles: ["${unkept}"]\``;
}

/**
 * Whether the check of later steps depends on this one. Steps that only talk do not matter, so that thousands of them
 * need no check again.
 */
export function mattersLater(written: Readonly<Record<string, unknown>>): boolean {
  const { step, args } = stepIn(written);
  if (!step.onlyTalks || step.brings || step.nested) return true;
  return referredIn(step.schema, args).some(({ to }) => to === "pattern");
}

function unknownNames(step: object, played: readonly object[], lab: Lab, program: string) {
  const test = { program, steps: [...played, step] };
  return checkSteps({ ...lab, tests: [test] }).filter(({ path }) => path[3] === played.length);
}
