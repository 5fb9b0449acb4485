import { join } from "node:path";
import type { ClassRun } from "../class/class-run.ts";
import type { Delivery } from "../class/delivery.ts";
import { gradeClass, handInsOf } from "../class/grade-class.ts";
import type { Store } from "../class/store.ts";
import { Students } from "../class/students.ts";
import { unknownStudent } from "../class/unknown-student.ts";
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
import { UsageProblem } from "./usage-problem.ts";

/** A class that is ready to be graded. */
export interface ReadyClass {
  lab: Lab;
  deliveries: readonly Delivery[];
  run: ClassRun;
  store: Store;
  tier: ChosenTier;
  /** Folder for temporary files, which goes when this process is ended by a signal. */
  scratch: string;
  flags: GradeFlags;
}

/**
 * Grades what is not graded yet with a pool of workers, shows how far it is, and ends in order when it is interrupted.
 *
 * @throws Interrupted
 */
export async function gradeHandIns({ lab, deliveries, run, store, tier, scratch, flags }: ReadyClass): Promise<void> {
  const { tier: chosen, watch, program, language, seed, wirecheck: version } = run.terms;
  const signal = interruption();
  const only = flags.student === undefined ? null : handInsOfStudent(flags.student, run);
  const total = handInsOf(run).filter(({ key }) => only?.has(key) ?? true).length;
  const shown = showClassProgress(total, flags.lang);
  const pool = await Pool.open({
    tier: chosen,
    watch,
    scratch: join(scratch, "pool"),
    size: flags.jobs,
    onLoss: sayLoss,
  });
  process.stderr.write(`${wallsText(pool.isolation)[flags.lang]}\n`);
  signal.addEventListener("abort", () => void pool.end(hurriedGraceMs));
  const options = {
    ...{ language, seed, tier: chosen, watch, version, pool, signal },
    freshLaunches: flags.freshLaunches ?? false,
    ...(program !== null && { program }),
    ...(tier.why && { tierReason: tier.why }),
  };
  // One hand-in more than workers, so that none of them waits while another is unpacked.
  const job = {
    lab,
    deliveries,
    run,
    store,
    options,
    jobs: flags.jobs + 1,
    force: flags.force ?? false,
    ...(only && { only }),
  };
  try {
    await gradeClass({ ...job, onDone: shown.done });
  } catch (fault) {
    if (!signal.aborted) throw fault;
    shown.end();
    process.stderr.write(`${classTexts.interrupted(shown.count(), total)[flags.lang]}\n`);
    await pool.end();
    await removeTree(scratch, hurriedGraceMs / 2);
    throw new Interrupted(signal);
  } finally {
    shown.end();
    await pool.end();
  }
}

/** @throws UsageProblem where the class has no such student, or the student has handed in nothing */
function handInsOfStudent(word: string, { plan }: ClassRun): ReadonlySet<string> {
  const students = new Students(plan.students);
  const found = students.named(word);
  if (!("student" in found)) throw new UsageProblem(unknownStudent(word, students));
  const { handIns = [] } = plan.students.find(({ id }) => id === found.student.id) ?? {};
  if (handIns.length > 0) return new Set(handIns);
  throw new UsageProblem(`no hand-in is known to be from ${found.student.id}`);
}
