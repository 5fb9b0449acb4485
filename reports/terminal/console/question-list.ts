import stringWidth from "string-width";
import type { Result } from "../../../runner/model/result.ts";
import { reportTexts } from "../../../runner/texts/reports.ts";
import { isPending, questionPoints } from "../../support/words/questions.ts";
import { leftAndRight, type Page, wrapped } from "./page.ts";

/** One line for each written question, with its mark or that it is pending. */
export function questionList({ questions = [] }: Result, page: Page): string[] {
  if (questions.length === 0) return [];
  const lines = questions.flatMap((question) => {
    const points = questionPoints(question, page.language);
    const pending = isPending(question) ? ` (${page.say(reportTexts.pending)})` : "";
    const words = page.safe(`${question.title[page.language]}${pending}`);
    const mark = page.colours.dim(isPending(question) ? "?" : page.ascii ? "-" : "·");
    return wrapped(words, page, 6 + stringWidth(points)).map((line, index) =>
      index === 0 ? leftAndRight(`  ${mark} ${line}`, points, page) : `    ${line}`,
    );
  });
  return [page.colours.bold(page.say(reportTexts.questions)), ...lines, ""];
}
