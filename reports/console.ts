import type { Result, TestResult } from "../runner/result.ts";
import type { Language } from "../runner/text.ts";
import { consoleTexts } from "../runner/texts/console.ts";
import { failureBlock, heading } from "./console/failure-block.ts";
import { footer, type Typed } from "./console/footer.ts";
import { header } from "./console/header.ts";
import { openPage, type Page, paragraph, rule } from "./console/page.ts";
import { blockIndent } from "./console/rows.ts";
import { testList } from "./console/test-list.ts";
import { total } from "./console/total.ts";

/** How a console report is to look, and how much it tells. */
export interface ConsoleReportOptions {
  language: Language;
  /** Columns of the terminal, from 40 to 120. @default 80 */
  width?: number;
  /** Whether to colour with SGR sequences. */
  colour: boolean;
  /** Nothing outside ASCII that is not the lab's or the program's own. @default false */
  ascii?: boolean;
  /** Times, transcripts of failed tests, and each diagnosis in full. @default false */
  verbose?: boolean;
  /** The marks alone. @default false */
  quiet?: boolean;
  /** What was typed, for the lines that repeat the run. @default the ids of the lab and the hand-in */
  typed?: Typed;
}

/**
 * A result for a person at a terminal. Nothing that a program printed or sent can control the terminal; no line is
 * wider than `width` but commands to be copied. Of hidden tests it shows the titles and the points alone.
 */
export function consoleReport(result: Result, options: ConsoleReportOptions): string {
  const page = openPage(options);
  const verbose = options.verbose ?? false;
  const typed = options.typed ?? { lab: result.lab.id, path: result.submission.id };
  const sections = options.quiet
    ? [header({ ...result, programs: [] }, page).slice(0, -2), total(result, page)]
    : [
        header(result, page),
        testList(result.tests, page, verbose),
        total(result, page),
        ["", rule(page), ""],
        failures(result, verbose, page),
        errors(result, page),
        footer(result, typed, page),
      ];
  return `${sections.flat().join("\n")}\n`;
}

function failures(result: Result, verbose: boolean, page: Page): string[] {
  const told = new Map<string, string>();
  return result.tests
    .filter((test) => isTold(test, verbose))
    .flatMap((test) => {
      const cause = test.diagnosis && `${test.program} ${test.diagnosis.code}`;
      const toldIn = cause && !verbose ? told.get(cause) : undefined;
      if (cause && toldIn === undefined) told.set(cause, test.id);
      return failureBlock(test, { result, toldIn, verbose }, page);
    });
}

/** Extra credit that was not earned is told to those who ask for everything. */
function isTold(test: TestResult, verbose: boolean): boolean {
  return test.status === "failed" && test.visibility === "visible" && (verbose || !test.optional);
}

function errors(result: Result, page: Page): string[] {
  return result.tests
    .filter((test) => test.status === "error" && test.visibility === "visible")
    .flatMap((test) => [
      ...heading(test, page),
      "",
      ...paragraph(page.say(consoleTexts.notYourFault), page, blockIndent),
      ...paragraph(page.safe(test.message ?? ""), page, blockIndent).map(page.colours.dim),
      "",
    ]);
}
