import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import type { ClassResult, ClassStudent } from "../model/class-result.ts";
import { type Text, text } from "../model/text.ts";
import { markReasons } from "./mark-reasons.ts";
import { type Store, writeAtomically } from "./store.ts";

const marked = z.strictObject({
  final: z.number().nullable(),
  reasons: z.record(z.string(), text).describe("The parts of the mark, by name: tests and adjustments"),
});
type Marked = z.infer<typeof marked>;
const markedClass = z.record(z.string(), marked);

/** The marks of a class and their parts, as `marks.json` keeps them. */
export type MarkedClass = z.infer<typeof markedClass>;

/** A changed part of a mark; null where it is not a part before or after. */
export interface ReasonChange {
  part: string;
  before: Text | null;
  after: Text | null;
}

/** A student whose final points changed, and why. */
export interface MarkChange {
  id: string;
  name: string | null;
  before: number | null;
  after: number | null;
  reasons: readonly ReasonChange[];
}

/**
 * Writes the final points of a class and their parts, and returns the students whose points changed; null when no
 * earlier points are known.
 *
 * @param since the earlier points; by default those last written in the class's folder
 */
export async function recordMarks(
  store: Store,
  graded: ClassResult,
  since?: MarkedClass,
): Promise<MarkChange[] | null> {
  const before = since ?? (await readMarks(store.folder));
  const now = graded.students.map((student) => [student, markedNow(student)] as const);
  const marks = Object.fromEntries(now.map(([{ id }, each]) => [id, each]));
  await writeAtomically(join(store.folder, fileName), `${JSON.stringify(marks, null, 2)}\n`);
  await rm(join(store.folder, earlierName), { force: true });
  if (before === null) return null;
  return now.flatMap(([{ id, name }, after]) => {
    const earlier = before[id] ?? { final: null, reasons: {} };
    if (earlier.final === after.final) return [];
    return [{ id, name, before: earlier.final, after: after.final, reasons: changedReasons(earlier, after) }];
  });
}

/** The marks written in a folder; null when there are none. */
export async function readMarks(folder: string): Promise<MarkedClass | null> {
  return (await read(join(folder, fileName))) ?? read(join(folder, earlierName));
}

const fileName = "marks.json";

/** Earlier versions wrote the parts into this file, and only the final points into `marks.json`. */
const earlierName = "mark-reasons.json";

async function read(file: string): Promise<MarkedClass | null> {
  try {
    return markedClass.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return null;
  }
}

function markedNow(student: ClassStudent): Marked {
  return { final: student.grade?.final ?? null, reasons: Object.fromEntries(markReasons(student)) };
}

function changedReasons({ reasons: before }: Marked, { reasons: after }: Marked): ReasonChange[] {
  const parts = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return parts
    .map((part) => ({ part, before: before[part] ?? null, after: after[part] ?? null }))
    .filter((change) => change.before?.en !== change.after?.en);
}
