import { relative } from "node:path";
import { UsageProblem } from "../model/usage-problem.ts";
import { describeProblem, type Problem } from "../spec/problem.ts";

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

/** Whoever reads them fixes the first few and tries again. */
const mostShown = 20;

/** A path as it is shorter: from here, or from the root. */
export function shortPath(file: string): string {
  const fromHere = relative("", file) || ".";
  return fromHere.length < file.length ? fromHere : file;
}
