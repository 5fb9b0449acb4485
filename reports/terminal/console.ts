import type { Result, TestResult } from "../../runner/model/result.ts";
import type { Language } from "../../runner/model/text.ts";
import { consoleTexts } from "../../runner/texts/console.ts";
import { causeKey } from "../support/words/cause-words.ts";
import { introduction } from "../support/words/introduction.ts";
import { foldedGroup, withoutCommands } from "../support/words/workflow-commands.ts";
import { failureDetails, heading } from "./console/failure-block.ts";
import { fixFirst } from "./console/fix-first.ts";
import { footer, type Typed } from "./console/footer.ts";
import { header } from "./console/header.ts";
import { openPage, type Page, paragraph, rule } from "./console/page.ts";
import { questionList } from "./console/question-list.ts";
import { blockIndent } from "./console/rows.ts";
import { testList } from "./console/test-list.ts";
import { total, totalLine } from "./console/total.ts";

/** How a console report looks, and how detailed it is. */
export interface ConsoleReportOptions {
  language: Language;
  /** Columns of the terminal, from 40 to 120. @default 80 */
  width?: number;
  /** Whether to colour with SGR sequences. */
  colour: boolean;
  /** Use only ASCII, except in texts of the lab and the program. @default false */
  ascii?: boolean;
  /** Show times, a diagram and all events of each failed test, and each diagnosis in full. @default false */
  verbose?: boolean;
  /** One line with the marks. @default false */
  quiet?: boolean;
  /** Fold each failure in the log of GitHub Actions, and let no other line be a workflow command. @default false */
  forActions?: boolean;
  /** What was typed, for the lines that repeat the run. @default the ids of the lab and the hand-in */
  typed?: Typed;
}

/**
 * A result for a person at a terminal. Output of a program cannot control the terminal; only commands to copy may be
 * wider than `width`. Hidden tests show only titles and points.
 */
export function consoleReport(result: Result, options: ConsoleReportOptions): string {
  const page = openPage(options);
  const verbose = options.verbose ?? false;
  const typed = options.typed ?? { lab: result.lab.id, path: result.submission.id };
  const harmless = options.forActions ? withoutCommands : (line: string) => line;
  const lines = (some: readonly string[]) => some.map(harmless);
  if (options.quiet) return `${harmless(totalLine(result, page))}\n`;
  const block = ({ title, details }: Block) =>
    options.forActions
      ? foldedGroup(harmless(title.join(" ").replaceAll(/ +/g, " ")), lines(details))
      : [...title, "", ...details];
  return `${[
    ...lines(summary(result, page, verbose)),
    ...(result.tests.length > 0 ? ["", rule(page), ""] : []),
    ...lines(whoIsWho(result, page)),
    ...[...failures(result, verbose, page), ...errors(result, page)].flatMap((told) => [...block(told), ""]),
    ...lines(footer(result, typed, page)),
  ].join("\n")}\n`;
}

/** Explains that alice and bob are not the student's programs, before the first failure that names them. */
function whoIsWho({ tests, programs }: Result, page: Page): string[] {
  const words = introduction(
    tests.filter(({ visibility }) => visibility === "visible"),
    programs.map(({ role }) => role),
  );
  return words === null ? [] : [...paragraph(page.say(words), page, 2).map(page.colours.dim), ""];
}

function summary(result: Result, page: Page, verbose: boolean): string[] {
  const lists = [...testList(result.tests, page, verbose), ...questionList(result, page)];
  return [...header(result, page), ...lists, ...total(result, page), ...fixFirst(result, page)];
}

/** The block of one test. */
interface Block {
  title: string[];
  details: string[];
}

function failures(result: Result, verbose: boolean, page: Page): Block[] {
  const told = new Map<string, string>();
  const tests = result.tests.filter((test) => isTold(test, verbose));
  const first = tests.find(({ status, transcript }) => status === "failed" && transcript.length > 0);
  return tests.map((test) => {
    const cause = causeKey(test);
    const toldIn = cause && !verbose ? told.get(cause) : undefined;
    if (cause && toldIn === undefined) told.set(cause, test.id);
    const telling = { result, toldIn, drawn: verbose || test === first, verbose };
    return { title: heading(test, page), details: failureDetails(test, telling, page) };
  });
}

/**
 * Whether a test gets a block: extra credit that was not earned only in verbose reports, a flaky test always, even if
 * it passed.
 */
function isTold({ status, visibility, optional, flaky }: TestResult, verbose: boolean): boolean {
  if (visibility !== "visible") return false;
  return status === "failed" ? verbose || !optional : flaky !== undefined && status === "passed";
}

function errors(result: Result, page: Page): Block[] {
  return result.tests
    .filter((test) => test.status === "error" && test.visibility === "visible")
    .map((test) => ({
      title: heading(test, page),
      details: [
        ...paragraph(page.say(consoleTexts.notYourFault), page, blockIndent),
        ...paragraph(page.safe(test.message ?? ""), page, blockIndent).map(page.colours.dim),
      ],
    }));
}
