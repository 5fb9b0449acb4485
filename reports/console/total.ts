import type { Result } from "../../runner/result.ts";
import { consoleTexts } from "../../runner/texts/console.ts";
import { timeSpan } from "../../runner/texts/quantity.ts";
import { pointsText } from "../words/points.ts";
import { endingOf, endings } from "../words/test-words.ts";
import { leftAndRight, type Page, paragraph } from "./page.ts";

/** The marks, and how many tests ended in which way. */
export function total(result: Result, page: Page): string[] {
  const { bold, green, dim } = page.colours;
  const score = `${pointsText(result.score, page.language)}/${pointsText(result.maxScore, page.language)}`;
  const counts = endings
    .map((ending) => ({ ending, count: result.tests.filter((test) => endingOf(test) === ending).length }))
    .filter(({ count }) => count > 0)
    .map(({ ending, count }) => `${count} ${page.say(consoleTexts[ending])}`);
  const time = page.say(timeSpan(result.durationMs));
  const praise = isPerfect(result) ? paragraph(page.say(consoleTexts.fullMarks), page, 2).map(green) : [];
  return [
    leftAndRight(bold(`  ${page.say(consoleTexts.total)}`), bold(score), page),
    ...paragraph([...counts, time].join(", "), page, 2).map(dim),
    ...praise,
  ];
}

function isPerfect(result: Result): boolean {
  return (
    result.maxScore > 0 && result.score >= result.maxScore && !result.tests.some(({ status }) => status === "error")
  );
}
