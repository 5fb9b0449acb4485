import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Marking } from "../class/mark-class.ts";
import { type ManualMarks, readMarks } from "../class/read-marks.ts";
import { readPolicy } from "../class/read-policy.ts";
import type { Store } from "../class/store.ts";
import { Students } from "../class/students.ts";
import { ownMarksFile } from "../class/write-marks.ts";
import type { StudentIdentity } from "../model/class-result.ts";
import type { Language } from "../model/text.ts";
import { UsageProblem } from "../model/usage-problem.ts";
import { noPolicy } from "../score/policy.ts";
import type { Lab } from "../spec/lab.ts";
import type { Problem } from "../spec/problem.ts";
import { unusable } from "./unusable.ts";

/**
 * Reads the policy and the marks by hand from the files that the command line names.
 *
 * @throws UsageProblem with the lines that are wrong in them
 */
export async function readMarking(
  lab: Lab,
  students: readonly StudentIdentity[],
  flags: { policy?: string; marks?: string; passMark?: number; timezone?: string; lang?: Language },
): Promise<Marking> {
  const known = new Students(students);
  const { timezone = null } = flags;
  const written =
    flags.policy === undefined
      ? { ...noPolicy, timezone }
      : orThrow("the policy", await readPolicy(flags.policy, known, timezone));
  const policy = { ...written, passMark: written.passMark ?? flags.passMark ?? null };
  const marks =
    flags.marks === undefined
      ? noMarks
      : orThrow("the marks", readMarks(flags.marks, await readInput(flags.marks), known, lab));
  return { lab, policy, marks, ...(flags.lang && { language: flags.lang }) };
}

/**
 * Reads the marks by hand again after the class was graded, so that marks given meanwhile count; if the file is wrong
 * by then, it says so and returns the earlier ones.
 */
export async function readMarkingAgain(
  before: Marking,
  store: Store,
  students: readonly StudentIdentity[],
  flags: Parameters<typeof readMarking>[2],
): Promise<Marking> {
  const own = ownMarksFile(store.folder);
  const isNone = (await store.readSettings()).marks?.value === "none";
  const marks = flags.marks ?? (!isNone && existsSync(own) ? own : undefined);
  if (marks === undefined) return before;
  return readMarking(before.lab, students, { ...flags, marks }).catch((fault: unknown) => {
    if (!(fault instanceof UsageProblem)) throw fault;
    process.stderr.write(`${fault.message}\n`);
    return before;
  });
}

const noMarks: ManualMarks = { byStudent: new Map(), maxPoints: new Map() };

/** Returns what was read, or throws its problems. */
export function orThrow<T extends object>(what: string, read: T | { problems: Problem[] }): T {
  if ("problems" in read) throw unusable(what, read.problems);
  return read;
}

/** The bytes of a file that the command line names. */
export async function readInput(file: string): Promise<Buffer> {
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new UsageProblem(`${file} cannot be read (${error.code}): check its name and permissions`);
  });
}
