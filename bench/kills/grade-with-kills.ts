import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { childrenByFile } from "../../runner/linux/process-tree.ts";
import type { MadeClass } from "../made-class/make-class.ts";
import { isWorker } from "../processes.ts";
import { type GradeRun, startGrading } from "./class-grader.ts";
import { isFinal, readRecords } from "./records.ts";

/** How a class is graded with kills. */
export interface KillPlan {
  /** How often the main process is killed. */
  kills: number;
  /** Hand-ins of the class. */
  handIns: number;
  /** How long a run takes to its first hand-in, in milliseconds. */
  startMs: number;
  /** From 0 up to 1. */
  random(): number;
}

/** The outcome of grading a class with kills. */
export interface Killed {
  status: number | null;
  workerKills: number;
  /** Number of kills before a run graded anything, while it graded, and after it was done. */
  phases: { before: number; during: number; after: number };
  /** Results that existed at a kill and were missing or different later. */
  changed: string[];
}

/**
 * Grades a class with the same command repeatedly. Each run is killed at a random moment, every third one after one of
 * its workers; the last run may end.
 */
export async function gradeWithKills(made: MadeClass, out: string, temporary: string, plan: KillPlan): Promise<Killed> {
  const phases = { before: 0, during: 0, after: 0 };
  const changed = new Set<string>();
  let workerKills = 0;
  let before = new Map<string, string>();
  for (let killed = 0; killed < plan.kills; ) {
    const run = startGrading(made, out, temporary);
    await randomMoment(run, plan);
    if (killed % 3 === 1) workerKills += await killWorker(run, plan);
    const wasKilled = run.child.kill("SIGKILL");
    await run.ended;
    if (wasKilled) phases[phaseOf(run)] += 1;
    if (wasKilled) killed += 1;
    before = await compared(out, before, changed);
  }
  const last = await startGrading(made, out, temporary).ended;
  await compared(out, before, changed);
  return { status: last.status, workerKills, phases, changed: [...changed] };
}

/** Adds changed results to `changed`; returns the results that must stay from now on. */
async function compared(out: string, before: ReadonlyMap<string, string>, changed: Set<string>) {
  const now = await readRecords(out);
  for (const [name, record] of before) if (now.get(name) !== record) changed.add(join(out, name));
  return new Map([...now].filter(([, record]) => isFinal(record)));
}

/**
 * Waits for a random moment of the run, or for its end: every second time by the clock, so that starting and ending are
 * hit as well, otherwise until it has graded enough hand-ins that the class is done after most kills.
 */
async function randomMoment(run: GradeRun, { kills, handIns, startMs, random }: KillPlan): Promise<void> {
  const byClock = random() < 0.5;
  const wanted = byClock ? 0 : Math.ceil((random() * 6 * handIns) / kills);
  const over = { is: false };
  void run.ended.then(() => {
    over.is = true;
  });
  while (!over.is && run.graded() < wanted && run.done() !== run.total()) await setTimeout(10);
  await Promise.race([run.ended, setTimeout(random() * (byClock ? 1.5 * startMs : 300))]);
}

/** Kills one of the workers, and lets the run continue for a moment. */
async function killWorker({ child, ended }: GradeRun, { random }: KillPlan): Promise<number> {
  const workers = childrenByFile(child.pid as number).filter(isWorker);
  const chosen = workers[Math.floor(random() * workers.length)];
  if (chosen === undefined) return 0;
  process.kill(chosen, "SIGKILL");
  await Promise.race([ended, setTimeout(random() * 1_000)]);
  return 1;
}

function phaseOf({ total, done }: GradeRun): "before" | "during" | "after" {
  const count = done();
  return count === 0 ? "before" : count < total() ? "during" : "after";
}
