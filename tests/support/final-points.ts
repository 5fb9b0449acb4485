import { readMarks } from "../../runner/class/mark-changes.ts";

/** The final points of the students of a class that was graded into the folder, as they were last written. */
export async function finalPoints(folder: string): Promise<Record<string, number | null>> {
  const marks = (await readMarks(folder)) ?? {};
  return Object.fromEntries(Object.entries(marks).map(([id, { final }]) => [id, final]));
}
