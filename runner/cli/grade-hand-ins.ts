import { join } from "node:path";
import type { ClassRun } from "../class/class-run.ts";
import type { Delivery } from "../class/delivery.ts";
import { gradeClass, handInsOf } from "../class/grade-class.ts";
import { type HandInPool, localPool } from "../class/hand-in-pool.ts";
import type { Store } from "../class/store.ts";
import { Students } from "../class/students.ts";
import { unknownStudent } from "../class/unknown-student.ts";
import { workersFor } from "../grade/grade.ts";
import type { Text } from "../model/text.ts";
import { UsageProblem } from "../model/usage-problem.ts";
import { removeTree } from "../remove-tree.ts";
import type { Lab } from "../spec/lab.ts";
import { classTexts } from "../texts/class.ts";
import { wallsText } from "../texts/walls.ts";
import { hurriedGraceMs, Pool } from "../worker/pool.ts";
import type { ChosenTier } from "./choose-tier.ts";
import type { GradeFlags } from "./grade-flags.ts";
import { Interrupted, interruption } from "./interruption.ts";
import { sayLoss } from "./say-loss.ts";
import { showClassProgress } from "./show-class-progress.ts";

/** A class that is ready to be graded. */
export interface ReadyClass {
  lab: Lab;
  deliveries: readonly Delivery[];
  run: ClassRun;
  store: Store;
  tier: ChosenTier;
  /** Folder for temporary files, removed when a signal ends this process. */
  scratch: string;
  flags: GradeFlags;
}

/** A pool that is lent for one run. */
interface Lent {
  pool: HandInPool;
  /** A note to print when the run is interrupted. */
  goesOn?: Text;
  end(how: { isWhole: boolean; graceMs?: number }): Promise<void>;
}

/**
 * Grades the hand-ins that are not graded yet, with workers of this machine or through a queue; shows progress, and
 * ends in order when interrupted.
 *
 * @throws Interrupted
 */
export async function gradeHandIns(ready: ReadyClass): Promise<void> {
  const { lab, deliveries, run, store, scratch, flags } = ready;
  const signal = interruption();
  const only = flags.student === undefined ? null : handInsOfStudent(flags.student, run);
  const total = handInsOf(run).filter(({ key }) => only?.has(key) ?? true).length;
  const shown = showClassProgress(total, flags.lang);
  const { pool, goesOn, end } =
    flags.queue === undefined ? await workersHere(ready, total, signal) : await queueFor(ready);
  signal.addEventListener("abort", () => void end({ isWhole: false, graceMs: hurriedGraceMs }));
  const how = { freshLaunches: flags.freshLaunches ?? false, force: flags.force ?? false, ...(only && { only }) };
  try {
    await gradeClass({ ...how, lab, deliveries, run, store, pool, signal, onDone: shown.done });
    await end({ isWhole: true });
  } catch (fault) {
    if (!signal.aborted) throw fault;
    shown.end();
    process.stderr.write(`${classTexts.interrupted(shown.count(), total)[flags.lang]}\n`);
    if (goesOn) process.stderr.write(`${goesOn[flags.lang]}\n`);
    await end({ isWhole: false });
    await removeTree(scratch, hurriedGraceMs / 2);
    throw new Interrupted(signal);
  } finally {
    shown.end();
    await end({ isWhole: false });
  }
}

async function workersHere(
  { lab, run, tier, scratch, flags }: ReadyClass,
  handIns: number,
  signal: AbortSignal,
): Promise<Lent> {
  const { tier: chosen, watch } = run.terms;
  const folder = join(scratch, "pool");
  const size = Math.max(1, Math.min(flags.jobs, handIns * workersFor(lab.tests)));
  const workers = await Pool.open({ tier: chosen, watch, scratch: folder, size, onLoss: sayLoss });
  process.stderr.write(`${wallsText(workers.isolation)[flags.lang]}\n`);
  const pool = localPool(workers, { signal, ...(tier.why && { tierReason: tier.why }) });
  return { pool, end: ({ graceMs }) => workers.end(graceMs) };
}

/** Loads the code of queues only when one is used. */
async function queueFor({ run, store, flags }: ReadyClass): Promise<Lent> {
  const { openQueue } = await import("./open-queue.ts");
  return openQueue(run.terms, store, flags);
}

/**
 * Keys of the hand-ins of one student.
 *
 * @throws UsageProblem when the class has no such student, or the student has handed in nothing
 */
export function handInsOfStudent(word: string, { plan }: ClassRun): ReadonlySet<string> {
  const students = new Students(plan.students);
  const found = students.named(word);
  if (!("student" in found)) throw new UsageProblem(unknownStudent(word, students));
  const { handIns = [] } = plan.students.find(({ id }) => id === found.student.id) ?? {};
  if (handIns.length > 0) return new Set(handIns);
  throw new UsageProblem(`no hand-in is known to be from ${found.student.id}`);
}
