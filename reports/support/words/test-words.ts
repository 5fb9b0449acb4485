import type { TestResult } from "../../../runner/model/result.ts";
import type { Language } from "../../../runner/model/text.ts";
import { consoleTexts } from "../../../runner/texts/console.ts";
import { failureSentence } from "../../../runner/texts/failures.ts";

/** How a test ended for the reader: extra credit that was not earned is not a failure. */
export type Ending = TestResult["status"] | "notEarned";

/** Every ending, best first. */
export const endings = ["passed", "failed", "notEarned", "skipped", "error"] as const satisfies readonly Ending[];

/** One letter for each ending, so that a sorted column begins with failures. */
export const endingLetters: Readonly<Record<Ending, string>> = {
  ...{ error: "a", failed: "b", notEarned: "c", skipped: "d", passed: "p" },
};

export function endingOf(test: Pick<TestResult, "status" | "optional">): Ending {
  return test.status === "failed" && test.optional ? "notEarned" : test.status;
}

/** A test's title, and whether it is hidden or extra credit. May hold control characters. */
export function testTitle(test: Pick<TestResult, "title" | "visibility" | "optional">, language: Language): string {
  const hidden = test.visibility === "hidden" ? consoleTexts.hidden[language] : "";
  const extra = test.optional ? consoleTexts.extraCredit[language] : "";
  const kind = [hidden, extra].filter(Boolean).join(", ");
  return test.title[language] + (kind ? ` (${kind})` : "");
}

/** What went wrong, in the reader's language if the facts are known; empty if nothing did. */
export function testMessage(test: TestResult, language: Language): string {
  return test.failure ? failureSentence(test.failure, language) : (test.message ?? "");
}
