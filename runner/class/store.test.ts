import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { sampleResult, sampleTest } from "../../tests/support/sample-results.ts";
import type { GradeRecord } from "./class-run.ts";
import { Store } from "./store.ts";

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "wirecheck-store-"));
  store = new Store(folder);
  await store.prepare();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const graded: GradeRecord = { files: "a", terms: "b", result: sampleResult([sampleTest()]), error: null };

it("gives back what it was given", async () => {
  await store.writeRecord("ani", graded);
  expect(await store.readRecord("ani")).toEqual(graded);
  expect(store.readResultSync("ani")).toEqual(graded.result);
  expect(await store.readRecord("budi")).toBeNull();
});

it.each([
  ["not JSON", "{"],
  ["another shape", '{"files":"a","terms":"b","result":{"score":100},"error":null}'],
  ["no result", '{"files":"a","terms":"b","result":null,"error":null}'],
])("never takes %s for a result", async (_, text) => {
  await writeFile(join(folder, "results", "ani.json"), text);
  expect((await store.readRecord("ani"))?.result ?? null).toBeNull();
  expect(() => store.readResultSync("ani")).toThrow("ani.json no longer holds a result; grade the class again");
});

it("refuses settings that are damaged, because without its policy a class would get other marks", async () => {
  expect(await store.readSettings()).toEqual({});
  await writeFile(join(folder, "settings.json"), '{ "policy": { "val');
  await expect(store.readSettings()).rejects.toThrow("settings.json is damaged");
});

it("takes away what a run that was killed left half written, and nothing that another one is writing", async () => {
  const [left, written] = [`ani.json.${2 ** 30}.wirecheck-new`, `budi.json.${process.pid}.wirecheck-new`];
  for (const name of [left, written]) await writeFile(join(folder, "results", name), "{");
  await store.prepare();
  expect(await readdir(join(folder, "results"))).toEqual([written]);
});
