import type { Step, StepTraits } from "../steps/step.ts";
import type { WrittenSteps } from "../steps/step-context.ts";
import { steps as language, wordOf } from "./step-language.ts";

/** A step as it stands in a lab, with what is known of its word. */
interface FoundStep {
  word: string;
  step: Step;
  args: unknown;
}

/** The step that a lab writes; throws for a word that is not in the language, which no lab that was read has. */
export function stepIn(written: WrittenSteps[number]): FoundStep {
  const [word, args] = wordOf(written);
  const step = language[word];
  if (step === undefined) throw new Error(`there is no step named ${Object.keys(written)[0]}`);
  return { word, step, args };
}

/** Every step of a list, and those within it. */
export function everyStep(written: WrittenSteps): FoundStep[] {
  return written.map(stepIn).flatMap((found) => [found, ...(found.step.nested?.(found.args) ?? []).flatMap(everyStep)]);
}

/** The roles of the programs that steps start. */
export function rolesStartedBy(written: WrittenSteps): string[] {
  return everyStep(written).flatMap(({ step, args }) => step.starts?.(args) ?? []);
}

/** What the steps must be able to learn of a program. */
export function insightsFor(written: WrittenSteps): Set<NonNullable<StepTraits<unknown>["needs"]>> {
  return new Set(everyStep(written).flatMap(({ step }) => step.needs ?? []));
}

/** The files that steps look at once the program that wrote them may have ended. */
export function filesReadBy(written: WrittenSteps): string[] {
  return everyStep(written).flatMap(({ step, args }) => step.files?.(args) ?? []);
}

/** Whether the order of events is the scheduler's choice somewhere; a single peer that waits for a reply always sees the same. */
export function mayRace(written: WrittenSteps): boolean {
  const all = everyStep(written);
  const brought = all.flatMap(({ step, args }) => step.brings?.(args, whoever) ?? []);
  const peers = brought.filter(({ kind }) => kind === "stream" || kind === "datagrams");
  return peers.length > 1 || all.some(({ step, args }) => step.races?.(args));
}

/** Over which transport a peer comes does not matter here. */
const whoever = { role: "", transport: () => "tcp" as const };
