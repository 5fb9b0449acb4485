import type { Failure } from "../../../runner/model/failure.ts";
import type { Diagnosis, Result, TestResult } from "../../../runner/model/result.ts";
import { consoleTexts, sameCauseAs } from "../../../runner/texts/console.ts";
import { showDifference, showKept } from "../../../runner/texts/show-bytes.ts";
import { flakyText, onceEach } from "../../../runner/texts/student-page.ts";
import { whenItPassed } from "../../support/diagram/rows.ts";
import { causeName } from "../../support/words/cause-words.ts";
import { testPoints } from "../../support/words/points.ts";
import { endingOf, testMessage } from "../../support/words/test-words.ts";
import { textDiagram } from "./diagram/text-diagram.ts";
import { flakyWord } from "./flaky-word.ts";
import { leftAndRight, type Page, paragraph, wrapped } from "./page.ts";
import { buildOutput, programOutput } from "./program-output.ts";
import { blockIndent, columnsForWords, row, rowOfLines } from "./rows.ts";
import { transcriptLines } from "./transcript-lines.ts";

/** The context for the block of a failed test. */
export interface Telling {
  result: Result;
  /** An earlier test that explains the same diagnosis. */
  toldIn: string | undefined;
  /** Whether to draw a diagram. @default false */
  drawn?: boolean;
  verbose: boolean;
}

/** The details of a failed test: what came instead of what was expected, why, and what to do about it. */
export function failureDetails(test: TestResult, telling: Telling, page: Page): string[] {
  const { result, toldIn, verbose } = telling;
  const opening = [...sentence(test, page), ...unsteadiness(test, page)];
  if (test.diagnosis && toldIn !== undefined) {
    const reference = page.say(sameCauseAs(toldIn, causeName(test.diagnosis)));
    const lines = paragraph(reference, page, blockIndent).map(page.colours.dim);
    return [...opening, ...lines, ...conversation(test, telling, page)];
  }
  return [
    ...opening,
    ...buildOutput(test, result, page),
    ...spaced(test.failure ? comparison(test.failure, page, verbose) : []),
    ...spaced(test.diagnosis ? cause(test.diagnosis, page) : row("idea", page.say(test.why), page)),
    ...conversation(test, telling, page),
    ...spaced(test.tryIt === null ? [] : tryIt(test.tryIt, page)),
    ...spaced(programOutput(test, page)),
    ...spaced(verbose ? transcriptLines(test.transcript, page) : []),
  ];
}

/** The test's id and title, with its points at the right. */
export function heading(test: TestResult, page: Page): string[] {
  const { bold, dim } = page.colours;
  const points = testPoints(test, page.language);
  const id = page.safe(test.id);
  const title = page.safe(test.title[page.language]) + flakyWord(test, page);
  const [first = "", ...others] = wrapped(`${id}: ${title}`, page, 4 + points.length);
  const name = first.startsWith(`${id}:`) ? bold(`${id}:`) + first.slice(id.length + 1) : bold(first);
  return [
    leftAndRight(`${page.marks[endingOf(test)]} ${name}`, dim(points), page),
    ...others.map((line) => `  ${line}`),
  ];
}

function unsteadiness({ flaky, plays }: TestResult, page: Page): string[] {
  if (flaky === undefined) return [];
  return paragraph(page.say(flakyText(plays ?? onceEach)), page, blockIndent).map(page.colours.yellow);
}

/** The diagram of the events; for a flaky test those of both plays. */
function conversation(test: TestResult, { result, drawn = false, verbose }: Telling, page: Page): string[] {
  const passed = whenItPassed(test);
  if (!drawn && !passed) return [];
  const options = { roles: result.programs.map(({ role }) => role), rows: verbose ? allRows : fewRows };
  const { happened, happenedWhenFailed, happenedWhenPassed } = consoleTexts;
  return [
    ...spaced(textDiagram(test, { ...options, title: passed ? happenedWhenFailed : happened }, page)),
    ...spaced(passed ? textDiagram(passed, { ...options, title: happenedWhenPassed }, page) : []),
  ];
}

/** Few enough rows to leave room on the screen. */
const fewRows = 14;
const allRows = 44;

function sentence(test: TestResult, page: Page): string[] {
  const words = testMessage(test, page.language);
  return words === "" ? [] : paragraph(page.safe(words), page, blockIndent);
}

/** The expected and the received bytes; in verbose reports also the failed step, as the lab writes it. */
export function comparison(failure: Failure, page: Page, verbose: boolean): string[] {
  const step = verbose ? row("step", page.safe(failure.did), page) : [];
  const { expected, actual, difference } = failure;
  const options = { width: columnsForWords(page), language: page.language, ascii: page.ascii };
  const { green, red } = page.colours;
  if (expected && actual && difference && actual.length > 0) {
    const shown = showDifference({ expected, actual, difference }, options);
    return [
      ...step,
      ...rowOfLines("expected", [green(shown.expected)], page),
      ...rowOfLines("came", [red(shown.actual), red(shown.marker)], page),
    ];
  }
  return [
    ...step,
    ...(expected ? rowOfLines("expected", [green(showKept(expected, options))], page) : []),
    ...(expected || actual
      ? rowOfLines("came", [red(showKept(actual ?? { length: 0, head: "" }, options))], page)
      : []),
  ];
}

function cause(diagnosis: Diagnosis, page: Page): string[] {
  const name = `${page.say(causeName(diagnosis))} (${diagnosis.code})`;
  const lines = (diagnosis.lines ?? []).map(({ file, line }) => `${file}:${line}`).join(", ");
  return [
    ...rowOfLines("cause", wrapped(name, page, page.width - columnsForWords(page)).map(page.colours.yellow), page),
    ...row("seen", page.say(diagnosis.saw), page),
    ...(lines ? row("lines", page.safe(lines), page) : []),
    ...row("idea", page.say(diagnosis.idea), page),
    ...row("look", page.say(diagnosis.look), page),
  ];
}

/** A command is never wrapped, so that it can be copied. */
function tryIt(command: string, page: Page): string[] {
  const lines = page.safe(command).trimEnd().split("\n");
  return [
    ...paragraph(page.say(consoleTexts.tryIt), page, blockIndent).map(page.colours.dim),
    ...lines.map((line) => `${" ".repeat(blockIndent + 2)}${page.colours.cyan(line)}`),
  ];
}

function spaced(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", ...lines];
}
