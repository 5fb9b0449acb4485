import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { ClassResult } from "../model/class-result.ts";
import { readMarks, recordMarks } from "./mark-changes.ts";
import { Store } from "./store.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "wirecheck-marks-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const late = { kind: "late", points: -2, why: { en: "late", id: "terlambat" } };

/** A class of one student with this mark. */
function graded(final: number | null, adjustments = [late]): ClassResult {
  const grade = final === null ? null : { final, adjustments };
  const student = { id: "budi", name: "Budi", result: null, error: null, submission: {}, grade };
  return { students: [student] } as unknown as ClassResult;
}

it("tells whose marks are others than those that were written down, and why", async () => {
  const store = new Store(folder);
  expect(await recordMarks(store, graded(8))).toBeNull();
  expect(await readMarks(folder)).toEqual({
    budi: { final: 8, reasons: { late: { en: "-2 (late)", id: "-2 (terlambat)" } } },
  });
  expect(await recordMarks(store, graded(8))).toEqual([]);
  const change = { part: "late", before: { en: "-2 (late)", id: "-2 (terlambat)" }, after: null };
  expect(await recordMarks(store, graded(10, []))).toEqual([
    { id: "budi", name: "Budi", before: 8, after: 10, reasons: [change] },
  ]);
});

it("reads folders of earlier versions, and leaves one file of marks", async () => {
  await writeFile(join(folder, "marks.json"), '{ "budi": 7 }');
  await writeFile(join(folder, "mark-reasons.json"), '{ "budi": { "final": 7, "reasons": {} } }');
  expect(await readMarks(folder)).toEqual({ budi: { final: 7, reasons: {} } });
  expect(await recordMarks(new Store(folder), graded(8, []))).toMatchObject([{ before: 7, after: 8 }]);
  expect(await readdir(folder)).toEqual(["marks.json"]);
});

it("knows of no marks where none, or damaged ones, lie in the folder", async () => {
  expect(await readMarks(folder)).toBeNull();
  await writeFile(join(folder, "marks.json"), "{");
  expect(await readMarks(folder)).toBeNull();
});
