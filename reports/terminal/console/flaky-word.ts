import type { TestResult } from "../../../runner/model/result.ts";
import { consoleTexts } from "../../../runner/texts/console.ts";
import type { Page } from "./page.ts";

/** The suffix of a flaky test's title. */
export function flakyWord({ flaky }: TestResult, page: Page): string {
  return flaky === undefined ? "" : ` (${page.say(consoleTexts.flaky)})`;
}
