import type { Result } from "../../../runner/model/result.ts";
import type { Language } from "../../../runner/model/text.ts";
import { consoleTexts } from "../../../runner/texts/console.ts";
import { stillPending } from "../../../runner/texts/reports.ts";
import { isPending } from "./questions.ts";
import { endingOf, endings } from "./test-words.ts";

/** The number of tests by ending, and of questions without a mark: "3 passed", "1 failed". */
export function endingCounts({ tests, questions = [] }: Result, language: Language): string[] {
  const counts = endings
    .map((ending) => ({ ending, count: tests.filter((test) => endingOf(test) === ending).length }))
    .filter(({ count }) => count > 0)
    .map(({ ending, count }) => `${count} ${consoleTexts[ending][language]}`);
  const pending = questions.filter(isPending).length;
  return pending > 0 ? [...counts, stillPending(pending)[language]] : counts;
}
