import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { GradeRecord } from "../../runner/class/class-run.ts";

/** The result files of a class, by name. */
export async function readRecords(out: string): Promise<Map<string, string>> {
  const folder = join(out, "results");
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".json"));
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), "utf8")] as const)),
  );
}

/** Whether a result is final: an error of the grader is tried again by the next run. */
export function isFinal(record: string): boolean {
  return (JSON.parse(record) as GradeRecord).error?.kind !== "grader";
}

/** The parts of a result that decide marks and explanations, without times. */
export function essence(record: string): string {
  const { files, terms, error, result } = JSON.parse(record) as GradeRecord;
  const tests = result?.tests.map(({ id, status, points, failure }) => [id, status, points, failure?.code]);
  return JSON.stringify({ files, terms, error, score: result?.score, tests });
}
