import type { Result } from "../../../runner/model/result.ts";
import type { Language } from "../../../runner/model/text.ts";
import { consoleTexts } from "../../../runner/texts/console.ts";
import { printableLine } from "../../../runner/texts/printable.ts";
import { wallsText } from "../../../runner/texts/walls.ts";
import { endingOf } from "../../support/words/test-words.ts";
import { type Page, paragraph } from "./page.ts";

/** The command line that graded this. */
export interface Typed {
  /** The lab, as an id or a path. */
  lab: string;
  /** Path of the hand-in. */
  path: string;
  program?: string;
  only?: readonly string[];
  /** Value of --lang. */
  lang?: Language;
  /** Options for grading, such as `--tier ports`. */
  how?: readonly string[];
}

/** The conditions of the grading, and the command that repeats it with the same random payloads. */
export function footer(result: Result, typed: Typed, page: Page): string[] {
  if (result.tests.length === 0) return [];
  const { isolation } = consoleTexts;
  const why = result.isolation.why ? ` (${page.say(result.isolation.why)})` : "";
  const held = `${page.say(isolation)} ${page.say(wallsText(result.isolation))}${page.safe(why)}`;
  if (result.seed === null) return conditions(held, page);
  const seed = `${page.say(consoleTexts.seed)} ${result.seed}`;
  return [...conditions(`${seed} · ${held}`, page), ...commands(result, typed, page)];
}

function conditions(words: string, page: Page): string[] {
  return paragraph(page.safe(words), page, 0).map(page.colours.dim);
}

/** Each command stays on one line, so that it can be copied, and is shown once. */
function commands(result: Result, typed: Typed, page: Page): string[] {
  const { again, onlyThis } = consoleTexts;
  const width = Math.max(again[page.language].length, onlyThis[page.language].length) + 1;
  const line = (label: string, words: string) =>
    page.colours.dim(label.padEnd(width)) + page.safe(printableLine(words));
  const whole = command(result, typed);
  const failed = result.tests.find((test) => ["failed", "error"].includes(endingOf(test)));
  const one = failed ? command(result, { ...typed, only: [failed.id] }) : whole;
  return [line(page.say(again), whole), ...(one === whole ? [] : [line(page.say(onlyThis), one)])];
}

/** `--only` takes every word up to the next option, so the seed comes after it. */
function command(result: Result, { lab, path, program, only = [], lang, how = [] }: Typed): string {
  const options = [
    ...(program === undefined ? [] : ["--program", program]),
    ...(lang === undefined ? [] : ["--lang", lang]),
    ...how,
    ...(only.length === 0 ? [] : ["--only", ...only]),
    ...["--seed", String(result.seed)],
  ];
  return ["wirecheck", "check", lab, path, ...options].map(quoted).join(" ");
}

/** A word as a POSIX shell reads it. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
