import { readMarks } from "../../runner/class/mark-changes.ts";

/** The final points of a class, as last written in its folder. */
export async function finalPoints(folder: string): Promise<Record<string, number | null>> {
  const marks = (await readMarks(folder)) ?? {};
  return Object.fromEntries(Object.entries(marks).map(([id, { final }]) => [id, final]));
}
