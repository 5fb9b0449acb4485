import { mkdir } from "node:fs/promises";
import { availableParallelism, release } from "node:os";
import { basename, join } from "node:path";
import { agree } from "../diagnose/agree.ts";
import { type HandIn, handInAt } from "../handin/hand-in.ts";
import { openHandIn } from "../handin/open-hand-in.ts";
import type { HandInProblem } from "../handin/problem.ts";
import { type FoundProgram, type Isolation, type Result, schemaVersion } from "../model/result.ts";
import type { Language, Text } from "../model/text.ts";
import { lookForTools, type PreparedHandIn, preparePrograms, type Unclear } from "../prepare/prepare-programs.ts";
import { setUpLibraries } from "../prepare/set-up-libraries.ts";
import { removeTree } from "../remove-tree.ts";
import { markQuestions } from "../score/mark-questions.ts";
import { programOf, programsOf } from "../score/rubric.ts";
import { type Ending, type Score, scoreTests } from "../score/score.ts";
import { totals } from "../score/totals.ts";
import { makeScratch } from "../scratch.ts";
import type { Lab, Test } from "../spec/lab.ts";
import type { Calls, Listener } from "../worker/calls.ts";
import type { Loss } from "../worker/lost-call.ts";
import { hurriedGraceMs, type Pool, type PoolOptions } from "../worker/pool.ts";
import { withPool } from "../worker/with-pool.ts";
import { Budget } from "./budget.ts";
import { LaunchLane } from "./launch-lane.ts";
import { recogniseLabs } from "./recognise-lab.ts";
import { inTurnUntilFailed, longFirst, runInOrder } from "./run-order.ts";
import { runSurely } from "./run-surely.ts";
import { questionsIn, selectTests } from "./select-tests.ts";
import { sharesLaunch } from "./shares-launch.ts";

/** How a hand-in is graded. */
export interface GradeOptions {
  language: Language;
  /** Seed of all random payloads, from 0 to 2³² − 1. */
  seed: number;
  tier: Isolation["tier"];
  /** Why the tier is not full. */
  tierReason?: Text;
  /** Whether the program watch decides when to give up; otherwise fixed limits do. */
  watch: boolean;
  /** Ids of the tests to play; their gates are played with them. @default all */
  only?: readonly string[];
  /** Plays only the tests of this role. @default all roles */
  program?: string;
  version: string;
  /** Whether each test gets a launch of its own, also where it could share one. @default false */
  freshLaunches?: boolean;
  /** Plays the tests one after another, and stops at the first failure. @default false */
  untilFailed?: boolean;
  /** Workers that outlive the run. @default the run's own workers, at most one a core, which end with it */
  pool?: Pool;
  /** Ends the run's own workers, and so the run, at once when it is aborted. */
  signal?: AbortSignal;
  /** Called for each of the run's own workers that was lost. */
  onLoss?(loss: Loss): void;
  onStart?(tests: readonly Test[], prepared: { found: readonly FoundProgram[]; handIn: HandIn }): void;
  onTestStart?(test: Test): void;
  onTestEnd?(test: Test, ending: Ending): void;
  /** Called with each event of a test as it happens. */
  onSeen?: Listener;
}

/**
 * Grades one hand-in: unpack, find, build, launch, play, score.
 *
 * Throws when wirecheck or the machine fails, and the signal's reason when it was aborted. Either way it cleans up
 * first.
 */
export async function gradeHandIn(lab: Lab, path: string, options: GradeOptions): Promise<Result | Unclear> {
  const startedAt = new Date();
  const scratch = await makeScratch();
  try {
    const handIn = await openFor(lab, path, scratch);
    if ("problem" in handIn) return handIn;
    const tests = selectTests(lab, options.only, options.program);
    const roles = [...new Set(tests.flatMap((test) => programsOf(lab, test)))];
    if (!options.pool) lookForTools(lab, roles, handIn);
    return await inPool({ ...options, scratch, size: workersFor(tests) }, async (pool) => {
      const calls = pool.for(handIn.id, options.onSeen);
      const libraries = await setUpLibraries(lab);
      const prepared = await preparePrograms(lab, roles, handIn, { scratch, calls, libraries });
      if (!("programs" in prepared)) return prepared;
      options.onStart?.(tests, { found: prepared.found, handIn });
      const endings = await playAll(lab, tests, prepared, calls, options);
      options.signal?.throwIfAborted();
      const score = scoreTests(lab, tests, { endings, programs: prepared.found }, options.language);
      const sourceOf = (role: string) => sourceIn(handIn, prepared.found, role);
      const others = await recogniseLabs(lab, { tests: score.tests, programs: prepared.programs, sourceOf });
      const found = prepared.found.map((program) => withNote(program, others.get(program.role)));
      return toResult({ lab, handIn, prepared: { ...prepared, found }, pool, score, options, startedAt });
    });
  } catch (fault) {
    // Aborted workers fail in many ways, which mean nothing.
    options.signal?.throwIfAborted();
    throw fault;
  } finally {
    await removeTree(scratch, options.signal?.aborted ? hurriedGraceMs / 2 : undefined);
  }
}

/** How many workers are worth while for one hand-in: starting a worker takes as long as playing two tests. */
export function workersFor(tests: readonly Test[]): number {
  return Math.max(1, Math.min(availableParallelism(), Math.ceil(tests.length / 2)));
}

/** In a lab without tests no program is run, so a hand-in that wirecheck cannot open is fine: only a person reads it. */
async function openFor(lab: Lab, path: string, scratch: string): Promise<HandIn | { problem: HandInProblem }> {
  const opened = await openHandIn(path, join(scratch, "hand-in"));
  if (!("problem" in opened) || lab.tests.length > 0) return opened;
  if (["not-found", "unreadable", "empty"].includes(opened.problem.code)) return opened;
  const nothing = join(scratch, "unread");
  await mkdir(nothing);
  return handInAt(nothing, basename(path));
}

async function inPool<T>(options: GradeOptions & PoolOptions, use: (pool: Pool) => Promise<T>): Promise<T> {
  return options.pool ? use(options.pool) : withPool(options, use);
}

/** A test with its own files and those of its lab. */
function withFiles(lab: Lab, test: Test): Test {
  return lab.files ? { ...test, files: { ...lab.files, ...test.files } } : test;
}

/** The text of a role's own file; empty if it has none among the files that were handed in. */
function sourceIn({ files, read }: HandIn, found: readonly FoundProgram[], role: string): string {
  const file = found.find((program) => program.role === role)?.file;
  return file && files.includes(file) ? read(file) : "";
}

function withNote(program: FoundProgram, note: Text | undefined): FoundProgram {
  return note && !program.note ? { ...program, note } : program;
}

function playAll(lab: Lab, tests: readonly Test[], prepared: PreparedHandIn, calls: Calls, options: GradeOptions) {
  const lanes = new Map<string, LaunchLane>();
  const laneFor = (test: Test, role: string) => {
    // Tier local does not see whether a program has come to rest before its next client.
    const isFresh = options.freshLaunches || options.tier === "local";
    if (isFresh || !sharesLaunch(lab, test)) return null;
    const lane = lanes.get(role) ?? new LaunchLane(calls);
    lanes.set(role, lane);
    return lane;
  };
  const budget = new Budget(prepared.programs);
  const play = (test: Test) => {
    const role = programOf(lab, test);
    const params = {
      ...{ test: withFiles(lab, test), role, programs: prepared.programs, seed: String(options.seed) },
      ...(lab.limits && { limits: lab.limits }),
      ...(lab.world && { world: lab.world }),
    };
    return runSurely(calls, params, { lane: laneFor(test, role), budget, begins: () => options.onTestStart?.(test) });
  };
  const ended = (test: Test, ending: Ending) => options.onTestEnd?.(test, ending);
  return options.untilFailed
    ? runInOrder(tests, inTurnUntilFailed(play), ended)
    : runInOrder(longFirst(tests), play, ended);
}

function toResult(run: {
  lab: Lab;
  handIn: HandIn;
  prepared: PreparedHandIn;
  pool: Pool;
  score: Score;
  options: GradeOptions;
  startedAt: Date;
}): Result {
  const { lab, handIn, prepared, pool, score, options, startedAt } = run;
  const answered = markQuestions(questionsIn(lab, options));
  return {
    schemaVersion,
    lab: { id: lab.id, title: lab.title },
    submission: { id: handIn.id, sha256: handIn.sha256 },
    programs: prepared.found,
    language: options.language,
    seed: options.seed,
    isolation: { ...pool.isolation, ...(options.tierReason !== undefined && { why: options.tierReason }) },
    versions: { wirecheck: options.version, node: process.version, kernel: release(), ...prepared.versions },
    startedAt: startedAt.toISOString(),
    durationMs: Date.now() - startedAt.getTime(),
    ...totals(score.tests, answered.questions),
    tests: agree(score.tests),
    ...answered,
  };
}
