import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { atOnce } from "../../at-once.ts";
import { type GradeOptions, gradeHandIn } from "../../grade/grade.ts";
import type { Result } from "../../model/result.ts";
import type { Mutation, Survivor } from "../../model/verification.ts";
import { removeTree } from "../../remove-tree.ts";
import { programsOf } from "../../score/rubric.ts";
import { makeScratch } from "../../scratch.ts";
import type { Lab } from "../../spec/lab.ts";
import type { Sample } from "../find-samples.ts";
import { drawn } from "./drawn.ts";
import { javascriptMutator } from "./javascript.ts";
import { isKnown, type KnownMutant } from "./known.ts";
import { endingAt, type Mutator, type NamedMutant, nameMutants } from "./mutator.ts";
import { pythonMutator } from "./python.ts";
import { observedOtherwise, steadyIn } from "./seen.ts";

const mutators: readonly Mutator[] = [pythonMutator, javascriptMutator];

/** The mutator for a file; null if there is none. */
export function mutatorOf(file: string): Mutator | null {
  return mutators.find(({ extensions }) => extensions.includes(extname(file))) ?? null;
}

/** How mutants of a lab's references are made and graded. */
export interface MutateOptions {
  grading: GradeOptions & Required<Pick<GradeOptions, "pool">>;
  /** The greatest number of mutants of each file, which the seed chooses. */
  most: number;
  /** Mutants that no test must notice. */
  known?: readonly KnownMutant[];
  /** Called with the number of mutants to try. */
  onPlan?(count: number): void;
  onStart?(name: string): void;
  onEnd?(name: string, isNoticed: boolean, durationMs: number): void;
}

interface Planned {
  sample: Sample;
  file: string;
  mutants: NamedMutant[];
  /** The source of the reference with a statement before a line that ends the program. */
  endingAt: (line: number) => string;
  made: number;
  known: number;
  lacks?: string;
}

/** Makes small mistakes in the references of a lab, one at a time, and reports those for which no test fails. */
export async function mutateLab(
  lab: Lab,
  samples: readonly Sample[],
  { grading, most, known = [], onPlan, onStart, onEnd }: MutateOptions,
): Promise<Mutation[]> {
  const references = samples.filter(({ expected }) => expected === null);
  const planned = (
    await Promise.all(references.map((sample) => plan(sample, { seed: grading.seed, most, known })))
  ).flat();
  onPlan?.(planned.reduce((sum, { mutants }) => sum + mutants.length, 0));
  const found: Mutation[] = [];
  for (const { sample, file, mutants, endingAt, made, known, lacks } of planned) {
    const about = { program: sample.name, file, made, known, ...(lacks !== undefined && { lacks }) };
    const inTurn = { ...grading, untilFailed: true };
    const usual = await usualGrades(lab, sample, inTurn);
    const how = { ...inTurn, only: testsOf(lab, usual[0], file) };
    const runs = new Map<number, Promise<boolean>>();
    const isRun = (line: number) => {
      const known = runs.get(line) ?? isNoticed(lab, { sample, file, source: endingAt(line) }, how);
      runs.set(line, known);
      return known;
    };
    const ends = await atOnce(grading.pool.size + 1, mutants, async (mutant) => {
      const name = `${lab.id}/${sample.name}/${file}:${mutant.line}`;
      onStart?.(name);
      const startMs = performance.now();
      const end = await tryOut(lab, { sample, file, mutant, usual, isRun }, how);
      onEnd?.(name, end === "noticed", performance.now() - startMs);
      return end;
    });
    const survivors = ends.filter((end) => typeof end === "object");
    found.push({ ...about, tried: ends.filter((end) => end !== "undecided").length, survivors });
  }
  return found;
}

interface PlanOptions {
  seed: number;
  most: number;
  known: readonly KnownMutant[];
}

async function plan(sample: Sample, options: PlanOptions): Promise<Planned[]> {
  const files = (await readdir(sample.folder)).sort();
  return Promise.all(
    files.flatMap((file) => {
      const mutator = mutatorOf(file);
      return mutator ? [planFile(mutator, sample, file, options)] : [];
    }),
  );
}

async function planFile(
  mutator: Mutator,
  sample: Sample,
  file: string,
  { seed, most, known }: PlanOptions,
): Promise<Planned> {
  const source = await readFile(join(sample.folder, file), "utf8");
  const made = await nameMutants(mutator, join(sample.folder, file));
  const about = { sample, file, endingAt: (line: number) => endingAt(source, line, mutator.end) };
  if ("lacks" in made) return { ...about, mutants: [], made: 0, known: 0, lacks: made.lacks };
  const open = made.filter((mutant) => !isKnown(mutant, { program: sample.name, file }, known));
  const mutants = drawn(open, most, `${seed} ${sample.name} ${file}`);
  return { ...about, mutants, made: made.length, known: made.length - open.length };
}

/** Two grades of the unchanged reference: what differs between them proves nothing about a mutant. */
async function usualGrades(lab: Lab, sample: Sample, grading: GradeOptions): Promise<Result[]> {
  const graded = await Promise.all([1, 2].map(() => gradeHandIn(lab, sample.folder, grading)));
  return graded.filter((each) => "tests" in each);
}

/** The tests that start the program of that file; all tests for a file that is not a program but is imported by one. */
function testsOf(lab: Lab, usual: Result | undefined, file: string): string[] {
  const roles = new Set(usual?.programs.flatMap((program) => (program.file === file ? [program.role] : [])));
  const tests = lab.tests.filter((test) => roles.size === 0 || programsOf(lab, test).some((role) => roles.has(role)));
  return tests.map(({ id }) => id);
}

interface Tried {
  sample: Sample;
  file: string;
  mutant: NamedMutant;
  usual: readonly Result[];
  isRun(line: number): Promise<boolean>;
}

/** The facts about a mutant if it survives; undecided if a test ended with an error. */
async function tryOut(
  lab: Lab,
  { sample, file, mutant, usual, isRun }: Tried,
  grading: GradeOptions,
): Promise<Survivor | "noticed" | "undecided"> {
  const { source, ...change } = mutant;
  const graded = await gradeChanged(lab, { sample, file, source }, grading);
  if (isFailed(graded)) return "noticed";
  if (graded.tests.some(({ status }) => status === "error")) return "undecided";
  const seenIn = observedOtherwise(graded, steadyIn(usual));
  const neverRun = seenIn.length === 0 && !(await isRun(mutant.line));
  return { ...change, seenIn, ...(neverRun && { neverRun }) };
}

interface Changed {
  sample: Sample;
  file: string;
  source: string;
}

async function isNoticed(lab: Lab, changed: Changed, grading: GradeOptions): Promise<boolean> {
  return isFailed(await gradeChanged(lab, changed, grading));
}

function isFailed(graded: Graded): graded is Exclude<Graded, Result> {
  return !("tests" in graded) || graded.tests.some(({ status }) => status === "failed");
}

type Graded = Awaited<ReturnType<typeof gradeHandIn>>;

async function gradeChanged(lab: Lab, { sample, file, source }: Changed, grading: GradeOptions): Promise<Graded> {
  const scratch = await makeScratch();
  try {
    const folder = join(scratch, "mutant");
    await cp(sample.folder, folder, { recursive: true });
    await writeFile(join(folder, file), source);
    return await gradeHandIn(lab, folder, grading);
  } finally {
    await removeTree(scratch);
  }
}
