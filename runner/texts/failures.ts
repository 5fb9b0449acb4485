import type { Failure, FailureCode } from "../model/result.ts";
import type { Language, Text } from "../model/text.ts";
import { answerFailures } from "./failures/answer.ts";
import { connectionFailures } from "./failures/connection.ts";
import { fileFailures } from "./failures/files.ts";
import { httpFailures } from "./failures/http.ts";
import { kernelFailures } from "./failures/kernel.ts";
import { programFailures } from "./failures/program.ts";
import { replyFailures } from "./failures/reply.ts";
import { printableLine } from "./printable.ts";

/**
 * What went wrong in a step, in a sentence or two for a beginner, from the facts alone. Every fact may be missing: the
 * sentence then says less, never something odd. Which facts a code reads stands beside its sentence.
 */
export function failureSentence(failure: Failure, language: Language): string {
  const sentence = failureTexts[failure.code](failure)[language];
  return failure.says ? `${printableLine(failure.says[language])} ${sentence}` : sentence;
}

/** The sentences by failure code, in both languages. */
export const failureTexts = {
  ...programFailures,
  ...connectionFailures,
  ...replyFailures,
  ...answerFailures,
  ...kernelFailures,
  ...httpFailures,
  ...fileFailures,
} satisfies Record<FailureCode, (failure: Failure) => Text>;
