import { relative } from "node:path";
import { UsageProblem } from "../model/usage-problem.ts";
import { describeProblem, type Problem } from "../spec/problem.ts";

/** The problems of labs as one usage problem, one problem a line in a form that editors turn into links. */
export function unusableLab(problems: readonly Problem[]): UsageProblem {
  return unusable("the lab", problems);
}

/** The problems of an input file, in the same form. */
export function unusable(what: string, problems: readonly Problem[]): UsageProblem {
  const count = problems.length === 1 ? "one problem" : `${problems.length} problems`;
  const shown = problems.slice(0, mostShown);
  const lines = shown.map((problem) => `  ${describeProblem({ ...problem, file: shortPath(problem.file) })}`);
  if (problems.length > mostShown) lines.push(`  and ${problems.length - mostShown} more`);
  return new UsageProblem(`${count} in ${what}\n${lines.join("\n")}`);
}

/** A reader fixes the first few and tries again. */
const mostShown = 20;

/** The shorter form of a path: relative to the working folder, or as it is. */
export function shortPath(file: string): string {
  const fromHere = relative("", file) || ".";
  return fromHere.length < file.length ? fromHere : file;
}
