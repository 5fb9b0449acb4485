import type { Result, TestResult } from "../../runner/model/result.ts";
import type { Language } from "../../runner/model/text.ts";
import { wholeOutputTexts } from "../../runner/texts/whole-output.ts";
import { toldCauses } from "../support/words/cause-words.ts";
import { wholeOutput } from "../support/words/whole-output.ts";
import { failureDetails, heading } from "./console/failure-block.ts";
import { openPage, type Page, paragraph } from "./console/page.ts";
import { barred } from "./console/program-output.ts";
import { blockIndent } from "./console/rows.ts";
import { transcriptLines } from "./console/transcript-lines.ts";

/** The events of each test and all output; for passed tests only the output. */
export function whatHappened(result: Result, look: { language: Language; width: number }): string[] {
  const page = openPage({ ...look, colour: false });
  const told = toldCauses(result.tests);
  return result.tests.flatMap((test) => {
    const isTrouble = test.status === "failed" || test.status === "error";
    const details = isTrouble ? trouble(test, result, told.get(test.id), page) : [];
    const printed = output(test, page);
    return details.length + printed.length === 0 ? [] : ["", ...heading(test, page), ...details, ...printed];
  });
}

function trouble(test: TestResult, result: Result, toldIn: string | undefined, page: Page): string[] {
  const details = failureDetails(test, { result, toldIn, verbose: false }, page);
  const message = test.status === "error" ? paragraph(page.safe(test.message ?? ""), page, blockIndent) : [];
  return [...message, ...details, ...transcriptLines(test.transcript, page, test.transcript.length)];
}

function output(test: TestResult, page: Page): string[] {
  return wholeOutput(test).flatMap(({ stream, text }) => [
    ...paragraph(page.say(wholeOutputTexts[stream]), page, blockIndent),
    ...page
      .safe(text)
      .split("\n")
      .flatMap((line) => barred(line, page)),
  ]);
}
