import type { TestResult } from "../../../runner/model/result.ts";
import { consoleTexts } from "../../../runner/texts/console.ts";
import type { Page } from "./page.ts";

/** What is put behind the title of a test that passed once and failed once. */
export function unsteadyWord({ unsteady }: TestResult, page: Page): string {
  return unsteady === undefined ? "" : ` (${page.say(consoleTexts.unsteady)})`;
}
