import type { Step, StepTraits } from "../steps/step.ts";
import type { WrittenSteps } from "../steps/step-context.ts";
import { steps as language, wordOf } from "./step-language.ts";

/** A step of a lab, with its definition. */
interface FoundStep {
  word: string;
  step: Step;
  args: unknown;
}

/** The definition and arguments of a written step. Throws for an unknown step, which a checked lab does not have. */
export function stepIn(written: WrittenSteps[number]): FoundStep {
  const [word, args] = wordOf(written);
  const step = language[word];
  if (step === undefined) throw new Error(`there is no step named ${Object.keys(written)[0]}`);
  return { word, step, args };
}

/** All steps of a list and the steps within them. */
export function everyStep(written: WrittenSteps): FoundStep[] {
  return written.map(stepIn).flatMap((found) => [found, ...(found.step.nested?.(found.args) ?? []).flatMap(everyStep)]);
}

/** The roles of the programs that steps start. */
export function rolesStartedBy(written: WrittenSteps): string[] {
  return everyStep(written).flatMap(({ step, args }) => step.starts?.(args) ?? []);
}

/** Whether the first step starts a program of the role as a test does that has no such step: under its own name, without further wishes. */
export function startsPlainly([first]: WrittenSteps, role: string): boolean {
  if (first === undefined) return false;
  const { word, args } = stepIn(first);
  const program = typeof args === "string" ? args : isAlone(args) && args.program;
  return word === "start" && program === role;
}

function isAlone(args: unknown): args is { program: unknown } {
  return typeof args === "object" && args !== null && "program" in args && Object.keys(args).length === 1;
}

/** Whether some step takes long. */
export function takesLong(written: WrittenSteps): boolean {
  return everyStep(written).some(({ step, args }) => step.isLong?.(args));
}

/** What the steps need to know about programs from the kernel. */
export function insightsFor(written: WrittenSteps): Set<NonNullable<StepTraits<unknown>["needs"]>> {
  return new Set(everyStep(written).flatMap(({ step }) => step.needs ?? []));
}

/** The files of programs that steps read, perhaps after the program has ended. */
export function filesReadBy(written: WrittenSteps): string[] {
  return everyStep(written).flatMap(({ step, args }) => step.files?.(args) ?? []);
}

/** Whether the outcome of some step can depend on how the kernel schedules processes. */
export function mayRace(written: WrittenSteps): boolean {
  const all = everyStep(written);
  const brought = all.flatMap(({ step, args }) => step.brings?.(args, anyProgram) ?? []);
  const peers = brought.filter(({ kind }) => kind === "stream" || kind === "datagrams");
  return peers.length > 1 || all.some(({ step, args }) => step.races?.(args));
}

/** Stands for any program: its transport does not matter here. */
const anyProgram = { role: "", transport: () => "tcp" as const };
