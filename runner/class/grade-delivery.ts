import { gradeHandIn } from "../grade/grade.ts";
import type { ClassError } from "../model/class-result.ts";
import type { Result } from "../model/result.ts";
import type { Text } from "../model/text.ts";
import { unclearText } from "../prepare/prepare-programs.ts";
import { classTexts } from "../texts/class.ts";
import type { Pool } from "../worker/pool.ts";
import { WorkerDied } from "../worker/worker-process.ts";
import type { Order } from "./order.ts";
import { withFiles } from "./with-files.ts";

/** A graded hand-in: a result, an error, or an incomplete result with the error that says so. */
export interface Graded {
  result: Result | null;
  error: ClassError | null;
}

/** The parts of a grading that belong to this machine. */
export interface Machine {
  /** Its workers, opened for the tier in the orders' terms. */
  pool: Pool;
  /** Why the tier is not full. */
  tierReason?: Text;
  /** Ends a grading at once when it is aborted. */
  signal?: AbortSignal;
}

/**
 * Grades one hand-in of a class. A failure of the grader is tried once more; if it fails again, that is an error, not a
 * zero.
 *
 * @throws when the run is aborted
 */
export async function gradeDelivery(order: Order, machine: Machine): Promise<Graded> {
  const { refused } = order.delivery;
  if (refused) return { result: null, error: { kind: "hand-in", text: refused } };
  const first = await attempt(order, machine);
  const maySucceed = first.error?.kind === "grader" && !first.costWorkers && !isLacking(first.result);
  const { result, error } = maySucceed ? await attempt(order, machine) : first;
  return { result, error };
}

/** Trying again does not help when the machine lacks something. */
function isLacking(result: Result | null): boolean {
  return result?.programs.some(({ lacks }) => lacks !== undefined) ?? false;
}

/** `costWorkers`: the hand-in killed workers, and was already tried again on a worker of its own. */
async function attempt(
  { lab, delivery, terms, freshLaunches }: Order,
  machine: Machine,
): Promise<Graded & { costWorkers?: boolean }> {
  const { language, seed, tier, watch, program, wirecheck: version } = terms;
  const how = { language, seed, tier, watch, version, freshLaunches, ...(program !== null && { program }) };
  try {
    const graded = await withFiles(delivery, (path) => gradeHandIn(lab, path, { ...how, ...machine }));
    if (!("tests" in graded)) return { result: null, error: { kind: "hand-in", text: unclearText(graded) } };
    return { result: graded, error: unjudged(graded) };
  } catch (fault) {
    machine.signal?.throwIfAborted();
    const [reason = ""] = (fault instanceof Error ? fault.message : String(fault)).split("\n");
    const costWorkers = fault instanceof WorkerDied;
    return { result: null, error: { kind: "grader", text: classTexts.graderFailed(reason) }, costWorkers };
  }
}

function unjudged({ tests, programs }: Result): ClassError | null {
  const lacking = programs.find(({ lacks }) => lacks !== undefined)?.lacks;
  if (lacking) return { kind: "grader", text: lacking };
  const unknown = tests.filter(({ status }) => status === "error").map(({ id }) => id);
  return unknown.length === 0 ? null : { kind: "grader", text: classTexts.testsUnjudged(unknown) };
}
