import { appendFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addToJournal, JournalReader, journalFile } from "./journal.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wirecheck-journal-"));
});
afterAll(() => rm(folder, { recursive: true }));

it("is read on from where one has read to, by whole lines, and from its beginning where it was begun anew", async () => {
  const reader = new JournalReader(folder);
  expect(await reader.next()).toEqual([]);
  await addToJournal(folder, { key: "budi", what: "began" });
  expect(await reader.next()).toMatchObject([{ key: "budi", what: "began", pid: process.pid }]);
  await addToJournal(folder, { key: "budi", what: "ended" });
  const half = '{"atMs":1,"pid":2,"key":"citra",';
  await appendFile(journalFile(folder), `no entry\n${half}`);
  expect(await reader.next()).toMatchObject([{ key: "budi", what: "ended" }]);
  await appendFile(journalFile(folder), '"what":"began"}\n');
  expect(await reader.next()).toEqual([{ atMs: 1, pid: 2, key: "citra", what: "began" }]);
  await writeFile(journalFile(folder), "");
  await addToJournal(folder, { key: "dewi", what: "began" });
  expect(await reader.next()).toMatchObject([{ key: "dewi" }]);
});

it("does no harm where it cannot be written", async () => {
  await expect(addToJournal(join(folder, "nowhere"), { key: "budi", what: "began" })).resolves.toBeUndefined();
});
