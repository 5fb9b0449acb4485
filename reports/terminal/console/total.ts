import type { Result } from "../../../runner/model/result.ts";
import { consoleTexts } from "../../../runner/texts/console.ts";
import { printableLine } from "../../../runner/texts/printable.ts";
import { timeSpan } from "../../../runner/texts/quantity.ts";
import { endingCounts } from "../../support/words/ending-counts.ts";
import { pointsText } from "../../support/words/points.ts";
import { marksOf, marksText, pendingPoints } from "../../support/words/questions.ts";
import { endingOf } from "../../support/words/test-words.ts";
import { leftAndRight, type Page, paragraph } from "./page.ts";

/** The marks, and the number of tests by ending. */
export function total(result: Result, page: Page): string[] {
  const { bold, green, dim } = page.colours;
  const praise = isPerfect(result) ? paragraph(page.say(consoleTexts.fullMarks), page, 2).map(green) : [];
  return [
    leftAndRight(bold(`  ${page.say(consoleTexts.total)}`), bold(score(result, page)), page),
    ...paragraph(counts(result, page), page, 2).map(dim),
    ...praise,
  ];
}

/** The lab, the hand-in and the marks on one line, never wrapped, because scripts read it. */
export function totalLine(result: Result, page: Page): string {
  const name = page.safe(printableLine(`${result.lab.title[page.language]} · ${result.submission.id}`));
  return `${name}: ${page.colours.bold(score(result, page))} (${counts(result, page)})`;
}

function score(result: Result, { language, safe }: Page): string {
  const { score, maxScore } = result;
  if (pendingPoints(result) > 0) return safe(marksText(marksOf(result, null), language));
  return `${pointsText(score, language)}/${pointsText(maxScore, language)}`;
}

/** The number of tests by ending, and the time. */
function counts(result: Result, page: Page): string {
  return [page.safe(endingCounts(result, page.language).join(", ")), page.say(timeSpan(result.durationMs))]
    .filter(Boolean)
    .join(", ");
}

function isPerfect(result: Result): boolean {
  const isFlawed = result.tests.some((test) => ["failed", "error"].includes(endingOf(test)));
  return result.maxScore > 0 && result.score >= result.maxScore && !isFlawed;
}
