import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import type { ClassResult } from "../model/class-result.ts";
import { type Store, writeAtomically } from "./store.ts";

/** A student whose final points are no longer what they were. */
export interface MarkChange {
  id: string;
  name: string | null;
  before: number | null;
  after: number | null;
}

const finals = z.record(z.string(), z.number().nullable());

/**
 * Writes down the final points of a class, and tells whose were others when they were last written; null where they never
 * were. A blank counts as less than any mark.
 */
export async function recordMarks({ folder }: Store, graded: ClassResult): Promise<MarkChange[] | null> {
  const file = join(folder, "marks.json");
  const before = await readFinals(file);
  const after = graded.students.map(({ id, grade }) => [id, grade?.final ?? null] as const);
  await writeAtomically(file, `${JSON.stringify(Object.fromEntries(after), null, 2)}\n`);
  if (before === null) return null;
  return graded.students.flatMap(({ id, name, grade }) => {
    const change = { id, name, before: before[id] ?? null, after: grade?.final ?? null };
    return change.before === change.after ? [] : [change];
  });
}

async function readFinals(file: string): Promise<Record<string, number | null> | null> {
  try {
    return finals.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return null;
  }
}
