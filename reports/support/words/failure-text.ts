import type { Result, TestResult } from "../../../runner/model/result.ts";
import type { Language } from "../../../runner/model/text.ts";
import { failureDetails } from "../../terminal/console/failure-block.ts";
import { openPage } from "../../terminal/console/page.ts";
import { blockIndent } from "../../terminal/console/rows.ts";
import { toldCauses } from "./cause-words.ts";

/**
 * The console's report of a failed test, as plain text of 80 columns without control characters. A cause is explained
 * once: later tests of the result refer to that test.
 */
export function failureText(test: TestResult, result: Result, language: Language): string {
  const toldIn = toldCauses(result.tests).get(test.id);
  const page = openPage({ language, colour: false, width: 80 + blockIndent });
  const lines = failureDetails(test, { result, toldIn, verbose: false }, page);
  return lines.map((line) => line.slice(blockIndent)).join("\n");
}
