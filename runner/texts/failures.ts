import type { Failure, FailureCode } from "../model/result.ts";
import type { Language, Text } from "../model/text.ts";
import { answerFailures } from "./failures/answer.ts";
import { connectionFailures } from "./failures/connection.ts";
import { kernelFailures } from "./failures/kernel.ts";
import { programFailures } from "./failures/program.ts";
import { replyFailures } from "./failures/reply.ts";

/**
 * What went wrong in a step, in a sentence or two for a beginner, from the facts alone. Every fact may be missing: the
 * sentence then says less, never something odd. Which facts a code reads stands beside its sentence.
 */
export function failureSentence(failure: Failure, language: Language): string {
  return failureTexts[failure.code](failure)[language];
}

/** The sentences by failure code, in both languages. */
export const failureTexts = {
  ...programFailures,
  ...connectionFailures,
  ...replyFailures,
  ...answerFailures,
  ...kernelFailures,
} satisfies Record<FailureCode, (failure: Failure) => Text>;
