import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { SmallClass } from "./support/small-class.ts";

let small: SmallClass;
beforeAll(async () => {
  small = await SmallClass.of({});
  await mkdir(small.handIns, { recursive: true });
  await writeFile(
    small.lab,
    `
id: essay
title: { en: Essay, id: Esai }
points: 10
questions:
  - { id: q-1, points: 6, title: { en: One, id: Satu }, rubric: [{ en: All, id: Semua }] }
  - { id: q-2, points: 4, title: { en: Two, id: Dua }, rubric: [{ en: All, id: Semua }] }
`,
  );
  await writeFile(join(small.handIns, "budi.pdf"), "%PDF");
  await mkdir(join(small.handIns, "citra"));
  await writeFile(join(small.handIns, "citra", "answers.rar"), "Rar!");
  await writeFile(join(small.handIns, "dewi.txt"), "Halo");
});
afterAll(() => small.remove());

it("documents without a program get the marks of a CSV; what is not marked stays open", async () => {
  await small.write("marks.csv", "student,item,points\nbudi,q-1,5\ncitra,q-1,6\ncitra,q-2,4\n");
  const ended = await small.grade("grades", "--marks", small.path("marks.csv"));
  expect(ended.status).toBe(0);
  expect(ended.stdout).toContain("1 waiting for marks");
  expect(await small.marks("grades")).toEqual({ budi: 5, citra: 10, dewi: null });
});

it("a faulty CSV is told with its line, and nothing is graded", async () => {
  await small.write("bad.csv", "student,item,points\nbudi,q-1,7\nbudi,q2,1\n");
  const ended = await small.grade("others", "--marks", small.path("bad.csv"));
  expect(ended.status).toBe(2);
  expect(ended.lines.join("\n")).toMatch(
    /bad\.csv:2:1: `q-1` earns 0 to 6 points.*\n.*bad\.csv:3:1: .*did you mean `q-2`/,
  );
});
