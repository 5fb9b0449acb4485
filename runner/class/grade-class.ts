import type { Lab } from "../spec/lab.ts";
import { withHandIn } from "./claim-hand-in.ts";
import type { ClassPlan, ClassRun, GradeRecord, PlannedHandIn } from "./class-run.ts";
import type { Delivery } from "./delivery.ts";
import { filesDigest, termsDigest } from "./fingerprint.ts";
import type { Graded } from "./grade-delivery.ts";
import type { HandInPool, Keeping } from "./hand-in-pool.ts";
import { addToJournal } from "./journal.ts";
import type { Store } from "./store.ts";

/** How a class is graded. */
export interface ClassJob {
  lab: Lab;
  deliveries: readonly Delivery[];
  run: ClassRun;
  store: Store;
  /** Grades the hand-ins; it outlives the call. */
  pool: HandInPool;
  /** Whether each test gets a launch of its own. */
  freshLaunches: boolean;
  /** After an abort no further hand-in is begun. */
  signal: AbortSignal;
  /** Keys of the hand-ins to grade; the others keep their results. @default all that count */
  only?: ReadonlySet<string>;
  /** Whether to grade hand-ins again that have a result under the same terms. */
  force: boolean;
  /** Called when a hand-in is done, in any order. */
  onDone(handIn: PlannedHandIn, graded: Graded, how: "graded" | "kept"): void;
}

/**
 * Grades the hand-ins of a class that were not graded yet, several at once, and writes each result at once: a run that
 * is killed loses only the hand-ins it was grading.
 */
export async function gradeClass(job: ClassJob): Promise<void> {
  const byPath = new Map(job.deliveries.map((delivery) => [delivery.path, delivery]));
  const waiting = handInsOf(job.run).filter(({ key }) => job.only?.has(key) ?? true);
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await gradeOne(job, next, byPath.get(next.path));
  };
  const lanes = Array.from({ length: job.pool.inHand }, () =>
    lane().catch((fault: unknown) => {
      // The other lanes finish what they are grading, but begin nothing new.
      waiting.length = 0;
      throw fault;
    }),
  );
  for (const ended of await Promise.allSettled(lanes)) if (ended.status === "rejected") throw ended.reason;
}

/** The hand-ins that this run grades: its shard's share of those that count. */
export function handInsOf({ plan, shard }: { plan: ClassPlan; shard: ClassRun["shard"] }): PlannedHandIn[] {
  const counted = plan.handIns.filter(({ graded }) => graded);
  return shard === null ? counted : counted.filter((_, index) => index % shard.count === shard.index - 1);
}

async function gradeOne(
  { lab, run, store, pool, ...job }: ClassJob,
  handIn: PlannedHandIn,
  delivery: Delivery | undefined,
): Promise<void> {
  if (!delivery) throw new Error(`${handIn.path} is planned but was not delivered`);
  job.signal.throwIfAborted();
  const digests = { files: await filesDigest(delivery), terms: termsDigest(run.terms) };
  const keeping: Keeping = {
    read: () => currentRecord(store, handIn, digests),
    write: (graded) => store.writeRecord(handIn.key, { ...digests, ...graded }),
  };
  const order = { lab, delivery, terms: run.terms, freshLaunches: job.freshLaunches, digests };
  const isKept = async () => {
    const kept = job.force ? null : await keeping.read();
    // The grader's own failures are not kept: the next run may succeed.
    const isFinal = kept !== null && kept.error?.kind !== "grader";
    if (isFinal) job.onDone(handIn, kept, "kept");
    return isFinal;
  };
  if (await isKept()) return;
  await withHandIn(store.folder, handIn.key, job.signal, async () => {
    // Another process may have graded it meanwhile.
    if (await isKept()) return;
    await addToJournal(store.folder, { key: handIn.key, what: "began" });
    try {
      job.onDone(handIn, await pool.grade(order, keeping), "graded");
    } finally {
      await addToJournal(store.folder, { key: handIn.key, what: "ended" });
    }
  });
}

/** The kept result, if it was made from the same files under the same terms. */
async function currentRecord(
  store: Store,
  { key }: PlannedHandIn,
  { files, terms }: Pick<GradeRecord, "files" | "terms">,
): Promise<Graded | null> {
  const record = await store.readRecord(key);
  return record?.files === files && record.terms === terms ? record : null;
}
