import type { Result, TestResult } from "../../../runner/model/result.ts";
import type { Text } from "../../../runner/model/text.ts";
import { consoleTexts } from "../../../runner/texts/console.ts";
import { lastLines, tellingOutput, withoutHome } from "../../support/words/last-lines.ts";
import { broken, type Page, paragraph } from "./page.ts";
import { blockIndent } from "./rows.ts";

/** The last lines of the program's standard error, or of its standard output if the failure is about that. */
export function programOutput(test: TestResult, page: Page): string[] {
  const shown = tellingOutput(test);
  return shown ? tail(shown.text, consoleTexts[shown.stream], page) : [];
}

/** The compiler's complete message, below the test that failed because of it. */
export function buildOutput(test: TestResult, result: Result, page: Page): string[] {
  if (test.failure?.code !== "build-failed") return [];
  const message = result.programs.find(({ role }) => role === test.program)?.build?.trimEnd();
  if (!message) return [];
  const lines = page.safe(withoutHome(message)).split("\n");
  return ["", ...label(consoleTexts.compiler, page), ...lines.flatMap((line) => barred(line, page))];
}

function tail(output: string, title: Text, page: Page): string[] {
  return [...label(title, page), ...lastLines(output).flatMap((line) => barred(page.safe(line), page))];
}

function label(title: Text, page: Page): string[] {
  return paragraph(page.say(title), page, blockIndent).map(page.colours.dim);
}

/** A line of a program's output, set off from other text by a bar. */
export function barred(line: string, page: Page): string[] {
  const bar = page.colours.dim(page.ascii ? "|" : "│");
  return broken(line, page, blockIndent + 2).map((part) => `${" ".repeat(blockIndent)}${bar} ${part}`.trimEnd());
}
