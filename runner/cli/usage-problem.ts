import { relative } from "node:path";
import type { Language, Text } from "../model/text.ts";
import { describeProblem, type Problem } from "../spec/problem.ts";

/**
 * What the user asked for cannot be done as asked. The one exception that is nobody's bug: it carries a sentence from
 * deep inside a command to the command line's edge, which prints it without a stack trace and exits with status 2.
 */
export class UsageProblem extends Error {
  override name = "UsageProblem";
  readonly #words: Text | null;

  constructor(words: string | Text) {
    super(typeof words === "string" ? words : words.en);
    this.#words = typeof words === "string" ? null : words;
  }

  /** The sentence in a language; what only authors and instructors meet is told in English. */
  told(language: Language): string {
    return this.#words?.[language] ?? this.message;
  }
}

/** This machine cannot do what was asked for: printed in the same way, but the exit status is 3. */
export class MachineProblem extends Error {
  override name = "MachineProblem";
}

/** The problems of labs as one usage problem, one a line in the form that editors make links of. */
export function unusableLab(problems: readonly Problem[]): UsageProblem {
  return unusable("the lab", problems);
}

/** The problems of what a command was given to read, in the same form. */
export function unusable(what: string, problems: readonly Problem[]): UsageProblem {
  const count = problems.length === 1 ? "one problem" : `${problems.length} problems`;
  const shown = problems.slice(0, mostShown);
  const lines = shown.map((problem) => `  ${describeProblem({ ...problem, file: shortPath(problem.file) })}`);
  if (problems.length > mostShown) lines.push(`  and ${problems.length - mostShown} more`);
  return new UsageProblem(`${count} in ${what}\n${lines.join("\n")}`);
}

/** Who reads them mends the first and looks again. */
const mostShown = 20;

/** A path as it is shorter: from here, or from the root. */
export function shortPath(file: string): string {
  const fromHere = relative("", file);
  return fromHere.length < file.length ? fromHere : file;
}
