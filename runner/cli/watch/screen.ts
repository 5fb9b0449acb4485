import { basename } from "node:path";
import { pointsText } from "../../../reports/support/words/points.ts";
import type { Typed } from "../../../reports/terminal/console/footer.ts";
import { openPage, type Page, paragraph, rule } from "../../../reports/terminal/console/page.ts";
import { consoleReport } from "../../../reports/terminal/console.ts";
import type { Result } from "../../model/result.ts";
import type { Language, Text } from "../../model/text.ts";
import { printableLine } from "../../texts/printable.ts";
import { watchTexts } from "../../texts/watch.ts";
import { lookOfOutput } from "../terminal.ts";
import { type Difference, stillToPass } from "./rounds.ts";

/** How `wirecheck watch` writes its screen. */
export interface ScreenOptions {
  language: Language;
  typed: Typed;
  /** Whether keys can be pressed. */
  hasKeys: boolean;
}

/** What begins the next round. */
export type Occasion = { saved: string } | { key: "again" | "failed"; tests: number };

/** Says at once that a round begins, and why. */
export function showOccasion(occasion: Occasion, options: ScreenOptions): void {
  const page = pageOf(options);
  const words = "saved" in occasion ? savedText(occasion.saved) : watchTexts[occasion.key](occasion.tests);
  process.stdout.write(`\n${paragraph(page.say(words), page, 0).map(page.colours.cyan).join("\n")}\n`);
}

/** Shows the report of a round, and below it the marks, what changed, and the keys. */
export function showRound(result: Result, changed: Difference | null, options: ScreenOptions): void {
  const page = pageOf(options);
  clear();
  process.stdout.write(consoleReport(result, { language: options.language, ...lookOfOutput(), typed: options.typed }));
  const marks = `${pointsText(result.score, options.language)}/${pointsText(result.maxScore, options.language)}`;
  const lines = [
    rule(page),
    `${page.colours.bold(`${page.say(watchTexts.points)} ${marks}`)}${changed ? `  ${gained(changed, page)}` : ""}`,
    ...(changed ? turned(changed, page) : []),
    waiting(result, page, options.hasKeys),
  ];
  process.stdout.write(`\n${lines.join("\n")}\n`);
}

/** Shows why nothing can be graded until the next save. */
export function showProblem(problem: Text, options: ScreenOptions): void {
  const page = pageOf(options);
  clear();
  process.stdout.write(`${paragraph(page.say(problem), page, 0).join("\n")}\n\n`);
  process.stdout.write(`${waiting(null, page, options.hasKeys)}\n`);
}

function pageOf({ language }: ScreenOptions): Page {
  return openPage({ language, ...lookOfOutput() });
}

function clear(): void {
  if (process.stdout.isTTY) process.stdout.write("\u001b[2J\u001b[3J\u001b[H");
}

function savedText(file: string): Text {
  return watchTexts.saved(printableLine(basename(file)));
}

function gained({ points }: Difference, page: Page): string {
  const { green, red, dim } = page.colours;
  if (points === 0) return dim(page.say(watchTexts.noChange));
  const words = page.say(watchTexts.gained(`${points > 0 ? "+" : "−"}${pointsText(Math.abs(points), page.language)}`));
  return points > 0 ? green(words) : red(words);
}

function turned({ passesNow, failsNow }: Difference, page: Page): string[] {
  const line = (mark: string, { title }: Result["tests"][number]) => paragraph(`${mark} ${page.say(title)}`, page, 2);
  return [
    ...passesNow.flatMap((test) => line(page.marks.passed, test)),
    ...failsNow.flatMap((test) => line(page.marks.failed, test)),
  ];
}

function waiting(result: Result | null, page: Page, hasKeys: boolean): string {
  const open = stillToPass(result).length;
  const keys = page.say(hasKeys ? watchTexts.keys(open) : watchTexts.ends);
  return page.colours.dim(`${page.say(watchTexts.waiting)} ${keys}`);
}
