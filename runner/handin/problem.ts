import type { Text } from "../model/text.ts";
import { handInTexts } from "../texts/handin.ts";
import { tell } from "../texts/tell.ts";

type Texts = typeof handInTexts;
type Facts<Code extends keyof Texts> = Parameters<Texts[Code]>[0];

/** A problem of a hand-in that its student must fix: a code and the facts that its sentence needs. */
export type HandInProblem = { [Code in keyof Texts]: { code: Code } & Facts<Code> }[keyof Texts];

/** The sentence for a problem. */
export function handInProblemText(problem: HandInProblem): Text {
  return tell(handInTexts, problem.code, problem);
}
