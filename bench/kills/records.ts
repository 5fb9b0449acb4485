import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { GradeRecord } from "../../runner/class/class-run.ts";

/** The result files of a class as they lie on disk, by name. */
export async function readRecords(out: string): Promise<Map<string, string>> {
  const folder = join(out, "results");
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".json"));
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), "utf8")] as const)),
  );
}

/** Whether a result stays: what the grader itself could not do is tried again by the next run. */
export function isFinal(record: string): boolean {
  return (JSON.parse(record) as GradeRecord).error?.kind !== "grader";
}

/** All that decides marks and says why, without when and how fast it happened. */
export function essence(record: string): string {
  const { files, terms, error, result } = JSON.parse(record) as GradeRecord;
  const tests = result?.tests.map(({ id, status, points, failure }) => [id, status, points, failure?.code]);
  return JSON.stringify({ files, terms, error, score: result?.score, tests });
}
