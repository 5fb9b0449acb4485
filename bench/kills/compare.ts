import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { essence, readRecords } from "./records.ts";

/** In what the grades of one folder are not those of another. */
export async function compare(out: string, expected: string): Promise<string[]> {
  const [found, wanted] = [await readRecords(out), await readRecords(expected)];
  const names = [...new Set([...found.keys(), ...wanted.keys()])];
  const records = names.filter((name) => essenceOf(found, name) !== essenceOf(wanted, name));
  const files = ["marks.json", "reports/instructor/gradebook.csv"];
  const texts = await Promise.all(
    files.map(async (file) =>
      (await readFile(join(out, file), "utf8")) === (await readFile(join(expected, file), "utf8")) ? [] : [file],
    ),
  );
  return [...records, ...texts.flat()].map((name) => join(out, name));
}

function essenceOf(records: ReadonlyMap<string, string>, name: string): string | null {
  const record = records.get(name);
  return record === undefined ? null : essence(record);
}
