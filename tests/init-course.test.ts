import { cp, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { SmallClass } from "./support/small-class.ts";

let small: SmallClass;
beforeAll(async () => {
  small = await SmallClass.of({});
});
afterAll(() => small.remove());

it("init --course makes a course in which a class can be graded at once", async () => {
  const course = small.path("a course");
  const made = await small.run("init", "--course", course);
  expect(made.status).toBe(0);
  expect(made.stdout).toContain("wirecheck grade hand-ins/ --out grades/");
  const own = join(course, "hand-ins", "5025231001");
  await mkdir(own, { recursive: true });
  await cp("fixtures/tcp-echo-once/correct-plain/server.py", join(own, "server.py"));
  const graded = await small.runIn("a course", "grade", "hand-ins", "--out", "grades", "--program", "server");
  expect(graded.status).toBe(0);
  expect(graded.lines.join("\n")).toContain("roster class.csv, policy late.yaml");
  const book = await readFile(join(course, "grades/reports/instructor/gradebook.csv"), "utf8");
  expect(book).toContain("5025231001,Example Student,student@example.org,A,graded,74,0,74,74");
  expect(await readFile(join(course, ".gitignore"), "utf8")).toContain("/hand-ins/");
});

it("does not write over what is there", async () => {
  const again = await small.run("init", "--course", small.path("a course"));
  expect(again.status).toBe(2);
  expect(again.lines.join("\n")).toMatch(/^error: there is a .* already: choose another folder$/);
});
