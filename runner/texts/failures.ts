import type { Failure, FailureCode } from "../model/failure.ts";
import type { Language } from "../model/text.ts";
import { answerFailures } from "./failures/answer.ts";
import { connectionFailures } from "./failures/connection.ts";
import { fileFailures } from "./failures/files.ts";
import { httpFailures } from "./failures/http.ts";
import { kernelFailures } from "./failures/kernel.ts";
import { programFailures } from "./failures/program.ts";
import { replyFailures } from "./failures/reply.ts";
import { valueFailures } from "./failures/value.ts";
import { printableLine } from "./printable.ts";
import { type TextsOf, tell } from "./tell.ts";

/**
 * What went wrong in a step, in a sentence or two for a beginner, from the facts alone. Every fact may be missing, where another
 * version has written the result: the sentence then says less, never something odd.
 */
export function failureSentence(failure: Failure, language: Language): string {
  const sentence = tell<Failures, FailureCode>(failureTexts, failure.code, printable(failure))[language];
  return failure.says ? `${printableLine(failure.says[language])} ${sentence}` : sentence;
}

/** The same failure, no text of which can control a terminal. */
function printable(failure: Failure): Failure {
  const facts = { ...failure.facts };
  for (const [name, value] of Object.entries(facts))
    if (typeof value === "string") Object.assign(facts, { [name]: printableLine(value) });
  return Object.assign({}, failure, { facts });
}

type Failures = { [Code in FailureCode]: Failure<Code> };

/** The sentences by failure code, in both languages. */
const failureTexts: TextsOf<Failures> = {
  ...programFailures,
  ...connectionFailures,
  ...replyFailures,
  ...valueFailures,
  ...answerFailures,
  ...kernelFailures,
  ...httpFailures,
  ...fileFailures,
};
