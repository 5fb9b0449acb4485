import { expect, it } from "vitest";
import * as z from "zod";
import { checkLab, type LabReferences } from "./check-lab.ts";
import { describeProblem, toProblems } from "./problem.ts";
import { readYamlText } from "./read-yaml.ts";

const anyLab: z.ZodType<LabReferences> = z.any();

function check(...lines: string[]): string[] {
  const outcome = readYamlText(lines.join("\n"), anyLab, "lab.yaml");
  if ("problems" in outcome) throw new Error("the sample is not valid YAML");
  return toProblems("lab.yaml", checkLab(outcome.value), outcome.locate).map(describeProblem);
}

it("finds nothing in a lab that is right", () => {
  expect(
    check(
      "programs: { server: {}, client: {} }",
      "points: 10",
      "tests:",
      "  - { id: starts, program: server, points: 0.1 }",
      "  - { id: echo, program: server, points: 9.9, needs: [starts] }",
      "  - { id: ipv6, program: client, points: 5, needs: [starts, echo], optional: true }",
    ),
  ).toEqual([]);
});

it.each<[what: string, tests: string[], problems: string[]]>([
  ["an id twice", ["{ id: a, points: 5 }", "{ id: a, points: 5 }"], ["5:11: two tests have the id `a`: rename one"]],
  [
    "a program that is not there",
    ["{ id: a, points: 10, program: sever }"],
    ["4:35: unknown program `sever`: did you mean `server`?"],
  ],
  [
    "a needed test that is not there",
    ["{ id: starts, points: 5 }", "{ id: b, points: 5, needs: [start] }"],
    ["5:33: unknown test `start`: did you mean `starts`?"],
  ],
  [
    "a needed test that nothing is like",
    ["{ id: starts, points: 5 }", "{ id: b, points: 5, needs: [breakfast] }"],
    ["5:33: unknown test `breakfast`: write `starts`"],
  ],
  [
    "a circle",
    ["{ id: a, points: 5, needs: [b] }", "{ id: b, points: 5, needs: [c] }", "{ id: c, points: 0, needs: [b] }"],
    ["6:33: tests need each other in a circle, b → c → b: remove one of these needs"],
  ],
  [
    "a test that needs itself",
    ["{ id: a, points: 10, needs: [a] }"],
    ["4:34: tests need each other in a circle, a → a: remove one of these needs"],
  ],
  [
    "points that do not add up",
    ["{ id: a, points: 3 }", "{ id: b, points: 4.5 }"],
    ["2:9: the tests' points add up to 7.5, not to 10: correct either"],
  ],
])("%s", (_, tests, problems) => {
  const lines = ["programs: { server: {} }", "points: 10", "tests:", ...tests.map((test) => `  - ${test}`)];
  expect(check(...lines)).toEqual(problems.map((problem) => `lab.yaml:${problem}`));
});

it("takes the points to be 100 where the lab does not say", () => {
  expect(check("programs: { server: {} }", "tests:", "  - { id: a, points: 99 }")).toEqual([
    "lab.yaml:2:1: the tests' points add up to 99, not to 100: correct them, or write another sum as `points`",
  ]);
});

it("takes questions beside tests, or alone", () => {
  const question = "  - { id: q-1, points: 100 }";
  expect(check("programs: {}", "tests: []", "questions:", question)).toEqual([]);
  expect(check("programs: { server: {} }", "tests:", "  - { id: q-1, points: 1 }", "questions:", question)).toEqual([
    "lab.yaml:2:1: the tests' and questions' points add up to 101, not to 100: correct them, or write another sum as `points`",
    "lab.yaml:5:11: two tests or questions have the id `q-1`: rename one",
  ]);
  expect(check("programs: {}", "tests: []").join()).toContain("the lab has no tests and no questions");
});
