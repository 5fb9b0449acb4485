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
  /** What grades the hand-ins; it lives through the whole class. */
  pool: HandInPool;
  /** Whether each test gets a launch of its own. */
  freshLaunches: boolean;
  /** No hand-in is begun after it is aborted. */
  signal: AbortSignal;
  /** Keys of the hand-ins to grade; what is known of the others stays. @default all that count */
  only?: ReadonlySet<string>;
  /** Whether to grade again what has been graded under the same terms. */
  force: boolean;
  /** Hears of each hand-in that is done, in whatever order that is. */
  onDone(handIn: PlannedHandIn, graded: Graded, how: "graded" | "kept"): void;
}

/**
 * Grades the hand-ins of a class that were not graded yet, several at once, and writes each result as soon as it is there:
 * a run that ends early, however rudely, has lost no more than the hand-ins it had in hand.
 */
export async function gradeClass(job: ClassJob): Promise<void> {
  const byPath = new Map(job.deliveries.map((delivery) => [delivery.path, delivery]));
  const waiting = handInsOf(job.run).filter(({ key }) => job.only?.has(key) ?? true);
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await gradeOne(job, next, byPath.get(next.path));
  };
  const lanes = Array.from({ length: job.pool.inHand }, () =>
    lane().catch((fault: unknown) => {
      // What is in hand elsewhere is finished, nothing new is begun.
      waiting.length = 0;
      throw fault;
    }),
  );
  for (const ended of await Promise.allSettled(lanes)) if (ended.status === "rejected") throw ended.reason;
}

/** The hand-ins that this run grades: of those that count, its shard's share. */
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
    // The grader's own failures are not kept, for the next run may fare better.
    const isFinal = kept !== null && kept.error?.kind !== "grader";
    if (isFinal) job.onDone(handIn, kept, "kept");
    return isFinal;
  };
  if (await isKept()) return;
  await withHandIn(store.folder, handIn.key, job.signal, async () => {
    // Somebody else may have graded it meanwhile.
    if (await isKept()) return;
    await addToJournal(store.folder, { key: handIn.key, what: "began" });
    try {
      job.onDone(handIn, await pool.grade(order, keeping), "graded");
    } finally {
      await addToJournal(store.folder, { key: handIn.key, what: "ended" });
    }
  });
}

/** What is still true of an earlier grading. */
async function currentRecord(
  store: Store,
  { key }: PlannedHandIn,
  { files, terms }: Pick<GradeRecord, "files" | "terms">,
): Promise<Graded | null> {
  const record = await store.readRecord(key);
  return record?.files === files && record.terms === terms ? record : null;
}
