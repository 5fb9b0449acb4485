import stringWidth from "string-width";
import type { TestResult } from "../../../runner/model/result.ts";
import { consoleTexts, skippedBecause } from "../../../runner/texts/console.ts";
import { timeSpan } from "../../../runner/texts/quantity.ts";
import { testPoints } from "../../support/words/points.ts";
import { endingOf, testTitle } from "../../support/words/test-words.ts";
import { flakyWord } from "./flaky-word.ts";
import { leftAndRight, type Page, paragraph, wrapped } from "./page.ts";

/** One line for each test, grouped by program; the gates of skipped tests are listed below. */
export function testList(tests: readonly TestResult[], page: Page, verbose: boolean): string[] {
  const programs = [...new Set(tests.map(({ program }) => program))];
  return programs.flatMap((program) => {
    const own = tests.filter((test) => test.program === program);
    const heading = programs.length > 1 ? [page.colours.bold(page.safe(program))] : [];
    const lines = own.flatMap((test) => testLines(test, page, verbose));
    return [...heading, ...lines, ...skipNotes(own, page), ""];
  });
}

function testLines(test: TestResult, page: Page, verbose: boolean): string[] {
  const launch = verbose && test.sharedLaunch ? page.say(consoleTexts.sharedLaunch) : "";
  const time = verbose ? page.say(timeSpan(test.durationMs)) : "";
  const right = [launch, time, testPoints(test, page.language)].filter(Boolean);
  const columns = stringWidth(right.join("  ")) + 2;
  const words = page.safe(testTitle(test, page.language)) + flakyWord(test, page);
  const lines = wrapped(words, page, 4 + columns);
  return lines.map((line, index) => {
    const title = test.status === "skipped" ? page.colours.dim(line) : line;
    if (index > 0) return `    ${title}`;
    return leftAndRight(`  ${page.marks[endingOf(test)]} ${title}`, colouredPoints(test, right, page), page);
  });
}

function colouredPoints(test: TestResult, right: string[], page: Page): string {
  const { dim, green, red } = page.colours;
  const paint = { passed: green, failed: red, notEarned: dim, skipped: dim, error: dim }[endingOf(test)];
  const points = right.at(-1) ?? "";
  return [...right.slice(0, -1).map((words) => dim(words)), paint(points)].join("  ");
}

function skipNotes(tests: readonly TestResult[], page: Page): string[] {
  const skipped = tests.filter((test) => test.status === "skipped");
  const gates = [...new Set(skipped.flatMap(({ skippedFor }) => skippedFor ?? []))];
  const unplayable = [...new Set(skipped.flatMap((test) => (test.unplayable ? page.say(test.unplayable) : [])))];
  const reasons = unplayable.flatMap((reason) => paragraph(reason, page, 4).map(page.colours.dim));
  const byGate = gates.flatMap((gate) => {
    const count = skipped.filter(({ skippedFor }) => skippedFor === gate).length;
    return paragraph(page.say(skippedBecause(count, gate)), page, 4).map(page.colours.dim);
  });
  return [...byGate, ...reasons];
}
