import { isDeepStrictEqual } from "node:util";
import type { ClassRun } from "./class-run.ts";
import { handInsOf } from "./grade-class.ts";
import type { Store } from "./store.ts";

/** Why shards cannot be merged. */
export type ShardProblem =
  | { folder: string; why: "no-run" | "no-shard" | "other-class" | "twice" }
  | { missing: number[] };

/**
 * Merges the shards of a class into one folder, as if one run had graded them all.
 *
 * @returns what is wrong with the shards; then nothing was written
 */
export async function mergeShards(shards: readonly Store[], into: Store): Promise<ShardProblem[]> {
  const found = await Promise.all(shards.map(async (store) => ({ store, run: await store.readRun() })));
  const problems = problemsOf(found);
  const [first] = found;
  if (problems.length > 0 || !first?.run) return problems;
  await into.prepare();
  for (const { store, run } of found)
    for (const { key } of run ? handInsOf(run) : []) {
      const record = await store.readRecord(key);
      if (record) await into.writeRecord(key, record);
    }
  const startedAt = found.flatMap(({ run }) => run?.startedAt ?? []).sort()[0] as string;
  await into.writeRun({ ...first.run, shard: null, startedAt });
  return [];
}

function problemsOf(found: readonly { store: Store; run: ClassRun | null }[]): ShardProblem[] {
  const seen = new Set<number>();
  const first = found.find(({ run }) => run?.shard)?.run;
  const problems = found.flatMap(({ store: { folder }, run }): ShardProblem[] => {
    if (run === null) return [{ folder, why: "no-run" }];
    if (run.shard === null) return [{ folder, why: "no-shard" }];
    if (!isSameClass(run, first as ClassRun)) return [{ folder, why: "other-class" }];
    if (seen.has(run.shard.index)) return [{ folder, why: "twice" }];
    seen.add(run.shard.index);
    return [];
  });
  const indices = Array.from({ length: first?.shard?.count ?? 0 }, (_, index) => index + 1);
  const missing = indices.filter((index) => !seen.has(index));
  return problems.length === 0 && missing.length > 0 ? [{ missing }] : problems;
}

/** Whether two shards are of the same class, cut into the same number of shards and graded under the same terms. */
function isSameClass(a: ClassRun, b: ClassRun): boolean {
  const essence = ({ lab, terms, attempts, shard, plan }: ClassRun) => ({
    lab: lab.id,
    terms,
    attempts,
    count: shard?.count,
    plan,
  });
  return isDeepStrictEqual(essence(a), essence(b));
}
