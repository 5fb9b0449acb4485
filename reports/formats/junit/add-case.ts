import type { TestSuite } from "junit-report-builder";
import type { TestResult } from "../../../runner/model/result.ts";
import type { Language } from "../../../runner/model/text.ts";
import { consoleTexts } from "../../../runner/texts/console.ts";
import { lastLines } from "../../support/words/last-lines.ts";
import { skipReason } from "../../support/words/skipped.ts";
import { endingOf, testMessage } from "../../support/words/test-words.ts";
import { xmlLine, xmlText } from "./xml-text.ts";

/** The name and texts of a test case. */
export interface CaseWords {
  className: string;
  name: string;
  language: Language;
  /** Everything about the failure, for the body of `failure`. */
  details?: string;
  /** The student's file that the test runs. */
  file?: string | undefined;
}

/** Adds a test to a suite. Extra credit that was not earned counts as skipped, because it is not a failure. */
export function addCase(suite: TestSuite, test: TestResult, words: CaseWords): void {
  const added = suite.testCase().className(xmlLine(words.className)).name(xmlLine(words.name));
  added.time(Math.round(test.durationMs) / 1000);
  if (words.file !== undefined) added.file(xmlLine(words.file));
  const message = xmlLine(testMessage(test, words.language));
  switch (endingOf(test)) {
    case "passed":
      return;
    case "failed":
      added.failure(message, test.diagnosis?.code ?? test.failure?.code ?? "failed");
      if (words.details) added.stacktrace(xmlText(words.details));
      break;
    case "error":
      added.error(message, "error");
      break;
    case "notEarned":
      added.skipped().standardOutput(xmlText(`${consoleTexts.notEarned[words.language]}: ${message}`));
      return;
    case "skipped":
      added.skipped();
      if (skipReason(test, words.language)) added.standardOutput(xmlText(skipReason(test, words.language)));
      return;
  }
  if (words.details === undefined) return;
  const { stdout, stderr } = test.output;
  if (stdout.trim() !== "") added.standardOutput(xmlText(lastLines(stdout).join("\n")));
  if (stderr.trim() !== "") added.standardError(xmlText(lastLines(stderr).join("\n")));
}
