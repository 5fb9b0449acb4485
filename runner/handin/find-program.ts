import { chooseLauncher } from "../launchers/choose-launcher.ts";
import type { LauncherName } from "../launchers/index.ts";
import type { foundTexts, missingTexts, SeenFile } from "../texts/find-program.ts";
import { type Candidate, candidatesFor, fit } from "./candidates.ts";
import { foreignLanguage } from "./foreign-language.ts";
import type { HandIn } from "./hand-in.ts";
import { isLibraryFile } from "./junk.ts";
import type { HandInProblem } from "./problem.ts";
import type { ProgramRole } from "./program-role.ts";
import { roleArgument } from "./role-argument.ts";
import { namedProgram } from "./settings.ts";

type Facts<Texts extends Record<string, (facts: never) => unknown>> = {
  [Code in keyof Texts]: { code: Code } & Parameters<Texts[Code]>[0];
}[keyof Texts];

/** A remark on how a program was found; `foundTexts` has its sentence. */
export type FoundNote = Facts<typeof foundTexts>;

/** Why no program was found; `missingTexts` has its sentence. */
export type MissingReason = Facts<typeof missingTexts>;

/** The result of the search for the program of a role. */
export type ProgramSearch =
  | {
      outcome: "found";
      file: string;
      launcher: LauncherName;
      /** Arguments that choose the role, put before those of the port: ["server"]. */
      roleArguments: readonly string[];
      /** All arguments, with `{port}`, from the hand-in's own `run` line; null if it has none. */
      runArguments: readonly string[] | null;
      note: FoundNote | null;
    }
  | { outcome: "ambiguous"; role: string; candidates: readonly SeenFile[] }
  | { outcome: "missing"; reason: MissingReason }
  /** It may be in a language for which there is no launcher. */
  | { outcome: "missing"; foreign: { file: string; language: string } }
  | { outcome: "problem"; problem: HandInProblem };

/**
 * Finds the program of a role: the one in the hand-in's wirecheck.yaml, else the one that does what the role requires and has the name
 * that the lab asks for, else the only one that does it.
 */
export function findProgram(role: ProgramRole, handIn: HandIn): ProgramSearch {
  const named = namedProgram(role, handIn);
  if (named && "problem" in named) return { outcome: "problem", problem: named.problem };
  if (named) return found(role, handIn, named.file, named.argv, null);

  const search = searched(role, handIn);
  const foreign = search.outcome === "missing" ? foreignProgram(role, handIn.files) : null;
  return foreign ? { outcome: "missing", foreign } : search;
}

function searched(role: ProgramRole, handIn: HandIn): ProgramSearch {
  const all = candidatesFor(role, handIn);
  if (all.length === 0) {
    return { outcome: "missing", reason: { code: "no-source", role: role.name, files: handIn.files } };
  }
  const able = startable(ableAmong(all));
  const [best, ...others] = able.sort((a, b) => compare(b, a));
  if (!best) return { outcome: "missing", reason: { code: "none-fits", role: role.name, seen: all.map(seen) } };
  const equals = others.filter((other) => compare(best, other) === 0);
  if (equals.length > 0) return { outcome: "ambiguous", role: role.name, candidates: [best, ...equals].map(seen) };
  return found(role, handIn, best.file, null, noteOn(best, others, all));
}

/** A program in a language for which there is no launcher; if there are several, one with the role in its name. */
function foreignProgram({ kind }: ProgramRole, files: readonly string[]): { file: string; language: string } | null {
  const foreign = files.flatMap((file) => {
    const language = foreignLanguage(file);
    return language === null || isLibraryFile(file) ? [] : [{ file, language }];
  });
  return foreign.find(({ file }) => file.toLowerCase().includes(kind)) ?? foreign[0] ?? null;
}

/**
 * The candidates that do what the role requires. If none is seen to do it: those whose name matches and whose use of sockets is
 * unknown, else those whose name matches, else the only file.
 */
function ableAmong(all: readonly Candidate[]): Candidate[] {
  const able = all.filter((candidate) => candidate.fit > fit.unknown);
  const whole = able.filter((candidate) => candidate.fit > fit.half);
  if (able.length > 0) return whole.length > 0 ? whole : able;
  const open = all.filter((candidate) => candidate.fit === fit.unknown && !candidate.namedForOther);
  const named = open.filter((candidate) => candidate.glob !== null);
  if (named.length > 0) return named;
  // The name says which program it is meant to be; the tests will report what is missing, such as a bind() or the right transport.
  const meant = all.filter((candidate) => candidate.glob !== null && !candidate.namedForOther);
  return meant.length > 0 || all.length > 1 ? meant : open;
}

/** Leaves out files that another candidate imports, unless only the imported file has a name that the lab asks for. */
function startable(able: Candidate[]): Candidate[] {
  const running = able.filter((candidate) => candidate.runsAlone);
  const pool = running.length > 0 ? running : able;
  const isHelper = (file: Candidate) =>
    pool.some(
      (user) =>
        user !== file &&
        user.sources.includes(file.file) &&
        !file.sources.includes(user.file) &&
        // A client that imports the server is a test of it, not the program that starts it.
        user.ownFit !== fit.wrong &&
        (file.glob === null || user.glob !== null),
    );
  return pool.filter((candidate) => !isHelper(candidate));
}

/** Positive if `a` is better: by name, by what it does itself, by how near it is to the root. */
function compare(a: Candidate, b: Candidate): number {
  const rank = (candidate: Candidate) => [
    candidate.namedForOther ? 0 : 1,
    -(candidate.glob ?? Number.MAX_SAFE_INTEGER),
    candidate.ownFit,
    candidate.fit,
    -candidate.file.split("/").length,
  ];
  const [ranksA, ranksB] = [rank(a), rank(b)];
  const index = ranksA.findIndex((value, at) => value !== ranksB[at]);
  return index < 0 ? 0 : (ranksA[index] ?? 0) - (ranksB[index] ?? 0);
}

function noteOn(best: Candidate, others: readonly Candidate[], all: readonly Candidate[]): FoundNote | null {
  const file = best.file;
  if (best.glob === null) {
    const misleading = all.find((candidate) => candidate.glob !== null && candidate.fit < best.fit);
    if (misleading) return { code: "name-misleads", file, instead: misleading.file };
    return all.length > 1 ? { code: "named-otherwise", file } : null;
  }
  const rivals = others.filter((other) => other.ownFit >= best.ownFit && !other.namedForOther);
  return rivals.length > 0 ? { code: "several", file, others: rivals.map((rival) => rival.file) } : null;
}

/** A program that is known by its file and started without further arguments. */
export function startedFile(
  file: string,
  { files, read }: Pick<HandIn, "files" | "read">,
): Extract<ProgramSearch, { outcome: "found" }> {
  const launcher = chooseLauncher({ entry: file, files, read });
  if (!launcher) throw new Error(`${file} is not a program`);
  return { outcome: "found", file, launcher, roleArguments: [], runArguments: null, note: null };
}

function found(
  role: ProgramRole,
  { files, read }: HandIn,
  file: string,
  runArguments: readonly string[] | null,
  note: FoundNote | null,
): ProgramSearch {
  const { launcher } = startedFile(file, { files, read });
  const chosen = runArguments ? null : roleArgument(file, read(file), role);
  const roleNote = chosen ? ({ code: "role-argument", file, argument: chosen.join(" ") } as const) : null;
  return { outcome: "found", file, launcher, roleArguments: chosen ?? [], runArguments, note: roleNote ?? note };
}

function seen({ file, does, glob }: Candidate): SeenFile {
  return { file, does, named: glob !== null };
}
