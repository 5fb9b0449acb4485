import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { loadLab } from "../spec/load-lab.ts";
import { labDigest } from "./fingerprint.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "fingerprint-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it("a lab is the same wherever its folder lies, and another one once a program of its own is another", async () => {
  await cp("specs/hello", join(folder, "specs/hello"), { recursive: true });
  await cp("reference/hello", join(folder, "reference/hello"), { recursive: true });
  const copy = join(folder, "specs/hello/lab.yaml");
  const digest = await digestOf("specs/hello/lab.yaml");
  expect(await digestOf(copy)).toBe(digest);
  const [reference = ""] = Object.values((await labAt(copy)).programs).map((program) => program.reference);
  await writeFile(reference, "# another one\n");
  expect(await digestOf(copy)).not.toBe(digest);
});

async function labAt(file: string) {
  const read = await loadLab(file);
  if (!("value" in read)) throw new Error(`${file} is faulty`);
  return read.value;
}

async function digestOf(file: string): Promise<string> {
  return labDigest(await labAt(file));
}
