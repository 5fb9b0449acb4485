import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Ended, SmallClass } from "./support/small-class.ts";

const source = ["-C", "fixtures/tcp-echo-once/correct-plain", "server.py"];

let small: SmallClass;
let ended: Ended;
beforeAll(async () => {
  small = await SmallClass.of({ plain: "correct-plain" });
  const to = (name: string) => join(small.handIns, name);
  await execa("tar", ["-czf", to("gzip.zip"), ...source]);
  await execa("tar", ["-cf", to("nameless"), ...source]);
  await writeFile(to("closed.zip"), "Rar!\x1a\x07\x01\x00 and no more");
  await writeFile(to("cut.zip"), "PK\x03\x04 and no more");
  const policy = await small.write("late.yaml", "missing: zero\n");
  ended = await small.grade("grades", "--policy", policy);
});
afterAll(() => small.remove());

it("opens archives by their content; one that cannot be opened is blank, and never a zero", async () => {
  expect(await small.marks("grades")).toEqual({ plain: 10, gzip: 10, nameless: 10, closed: null, cut: null });
  expect(ended.status).toBe(3);
  expect(ended.stdout).toContain("closed: closed.zip is damaged");
});
