import type { TestResult } from "../../../runner/model/result.ts";
import { consoleTexts } from "../../../runner/texts/console.ts";
import type { Page } from "./page.ts";

/** What is put behind the title of a test that passed once and failed once. */
export function flakyWord({ flaky }: TestResult, page: Page): string {
  return flaky === undefined ? "" : ` (${page.say(consoleTexts.flaky)})`;
}
