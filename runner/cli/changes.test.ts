import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Changes, watchChanges } from "./changes.ts";

let folder: string;
let changes: Changes;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "wirecheck-changes-"));
  await mkdir(join(folder, "__pycache__"));
  changes = await watchChanges(`${folder}/`);
});

afterEach(async () => {
  await changes.close();
  await rm(folder, { recursive: true });
});

it("aborts when a file is saved, and gives a new signal for the change after that", async () => {
  const first = changes.next();
  await writeFile(join(folder, "server.py"), "print(1)\n");
  await once(first, "abort");
  const second = changes.next();
  expect(second.aborted).toBe(false);
  await writeFile(join(folder, "server.py"), "print(22)\n");
  await once(second, "abort");
});

it("takes what Python leaves behind for no change", async () => {
  const first = changes.next();
  await writeFile(join(folder, "__pycache__", "server.cpython-311.pyc"), "x");
  await writeFile(join(folder, "server.py"), "print(1)\n");
  await once(first, "abort");
  expect(changes.next().aborted).toBe(false);
});
