import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { finalPoints } from "../../tests/support/final-points.ts";
import { essence, readRecords } from "./records.ts";

/** The differences between the grades of two folders. */
export async function compare(out: string, expected: string): Promise<string[]> {
  const [found, wanted] = [await readRecords(out), await readRecords(expected)];
  const names = [...new Set([...found.keys(), ...wanted.keys()])];
  const records = names.filter((name) => essenceOf(found, name) !== essenceOf(wanted, name));
  const marks = isDeepStrictEqual(await finalPoints(out), await finalPoints(expected)) ? [] : ["marks.json"];
  const [book, wantedBook] = await Promise.all([gradebook(out), gradebook(expected)]);
  return [...records, ...marks, ...(book === wantedBook ? [] : [bookName])].map((name) => join(out, name));
}

const bookName = "reports/instructor/gradebook.csv";

function gradebook(folder: string): Promise<string> {
  return readFile(join(folder, bookName), "utf8");
}

function essenceOf(records: ReadonlyMap<string, string>, name: string): string | null {
  const record = records.get(name);
  return record === undefined ? null : essence(record);
}
