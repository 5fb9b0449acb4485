import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { GradeRecord } from "../../runner/class/class-run.ts";
import { finalPoints } from "../../tests/support/final-points.ts";
import type { MadeHandIns } from "./made-hand-ins.ts";
import type { Soaked } from "./soak.ts";

/** The faults in the grades of a soak: a line for each hand-in that is lost, doubled, or has a wrong mark. */
export async function checkGrades({ out, left }: Soaked, { expected }: MadeHandIns): Promise<string[]> {
  const faults = left.map((key) => `left in Redis: ${key}`);
  const marks = await finalPoints(out);
  const results = (await readdir(join(out, "results"))).filter((name) => name.endsWith(".json"));
  if (results.length !== expected.size) faults.push(`${results.length} results of ${expected.size} hand-ins`);
  if (Object.keys(marks).length !== expected.size) faults.push(`${Object.keys(marks).length} marks`);
  for (const [name, points] of expected) {
    const file = join(out, "results", `${name}${points === null ? ".zip" : ""}.json`);
    const record = await readFile(file, "utf8").then(
      (text) => JSON.parse(text) as GradeRecord,
      () => null,
    );
    const isRight =
      points === null ? record?.error?.kind === "hand-in" : record?.error === null && record.result?.score === points;
    if (!isRight || (marks[name] ?? null) !== points)
      faults.push(`${name}: ${JSON.stringify(record?.error?.text.en ?? record?.result?.score)}, not ${points}`);
  }
  return faults.length > 20 ? [...faults.slice(0, 20), `and ${faults.length - 20} more`] : faults;
}
