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

/** How a console report is to look, and how much it tells. */
export interface ConsoleReportOptions {
  language: Language;
  /** Columns of the terminal, from 40 to 120. @default 80 */
  width?: number;
  /** Whether to colour with SGR sequences. */
  colour: boolean;
  /** Nothing outside ASCII that is not the lab's or the program's own. @default false */
  ascii?: boolean;
  /** Times, a picture and all events of each failed test, and each diagnosis in full. @default false */
  verbose?: boolean;
  /** One line with the marks. @default false */
  quiet?: boolean;
  /** Fold each failure as the log of GitHub Actions can, and let no other line be a workflow command. @default false */
  forActions?: boolean;
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

/** alice and bob are told apart from the student's own programs before the first failure that names them. */
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

/** What is told of one test. */
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

/** Extra credit that was not earned is told to those who ask for everything; what is flaky to all, even if it passed. */
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
