import { describe, expect, it } from "vitest";
import type { StudentIdentity } from "../model/class-result.ts";
import { type Claims, type Delivery, noClaims } from "./delivery.ts";
import { planClass } from "./plan-class.ts";

const roster = [
  student("05111", "Budi Santoso", { email: "budi@x.id", username: "budi-s" }),
  student("05112", "Citra Dewi", { platformId: "78" }),
  student("05113", "Dewi Citra Lestari", {}),
  student("05114", "José Álvarez", { email: "jose.a@x.id" }),
];

describe("a hand-in goes to the student", () => {
  it.each<[string, Partial<Claims>, string]>([
    ["whose number it claims", { id: "05111" }, "05111"],
    ["whose address it claims, capitals or not", { email: "BUDI@x.id" }, "05111"],
    ["whom the platform numbers so, whatever the name says", { platformId: "78", name: "Budi Santoso" }, "05112"],
    ["of that name", { name: "Citra Dewi" }, "05112"],
    ["of that name, accents or not", { name: "Jose Alvarez" }, "05114"],
    ["of that name, last name first", { name: "Santoso, Budi" }, "05111"],
    ["of that name as Canvas writes it", { name: "lestaridewicitra" }, "05113"],
    ["whose number the folder begins with", { label: "05112_CitraDewi_Tugas1" }, "05112"],
    ["whose user name a repository ends with", { label: "echo-lab-budi-s" }, "05111"],
    ["whose name the folder holds", { label: "tugas 1 budi santoso final" }, "05111"],
    ["whose address begins so", { label: "jose.a" }, "05114"],
  ])("%s", (_, claims, id) => {
    const { students, unmatched } = planClass([delivery("x", claims)], roster, "latest");
    expect(unmatched).toEqual([]);
    expect(students.filter(({ handIns }) => handIns.length > 0).map((found) => found.id)).toEqual([id]);
  });

  it.each<[string, Partial<Claims>, string]>([
    ["nobody has that name", { name: "Eka Putri" }, "no student"],
    ["nobody has that number, whatever name is like it", { label: "05119" }, "no student"],
    ["two might be meant", { label: "05111 05112" }, "05111, 05112"],
  ])("or is listed, and graded all the same, where %s", (_, claims, why) => {
    const { handIns, unmatched } = planClass([delivery("x", claims)], roster, "latest");
    expect(unmatched).toMatchObject([{ key: "x", why: { en: expect.stringContaining(why) } }]);
    expect(handIns).toMatchObject([{ key: "x", graded: true }]);
  });
});

it("lists students without a hand-in", () => {
  const { students } = planClass([delivery("x", { id: "05111" })], roster, "latest");
  expect(students.filter(({ handIns }) => handIns.length === 0).map(({ id }) => id)).toEqual([
    "05112",
    "05113",
    "05114",
  ]);
});

it("gives a group's hand-in to each of them, or to none while one is unknown", () => {
  const both = { ...delivery("x", {}), owners: ["05111", "05112"].map((id) => ({ ...noClaims, id })) };
  const one = { ...delivery("y", {}), owners: ["05113", "nobody"].map((id) => ({ ...noClaims, id })) };
  const { students, unmatched } = planClass([both, one], roster, "latest");
  expect(students.map(({ handIns }) => handIns)).toEqual([["x"], ["x"], [], []]);
  expect(unmatched.map(({ key }) => key)).toEqual(["y"]);
});

it("orders attempts by time, else by number, and grades the last or all of them", () => {
  const timed = [
    { ...delivery("early", { id: "05111" }), submittedAt: new Date("2025-11-21") },
    { ...delivery("late", { id: "05111" }), submittedAt: new Date("2025-11-20") },
    { ...delivery("ten", { id: "05112" }), attempt: 10 },
    { ...delivery("two", { id: "05112" }), attempt: 2 },
  ];
  const { students, handIns } = planClass(timed, roster, "latest");
  expect(students.slice(0, 2).map((found) => found.handIns)).toEqual([
    ["late", "early"],
    ["two", "ten"],
  ]);
  expect(handIns.filter(({ graded }) => graded).map(({ key }) => key)).toEqual(["early", "ten"]);
  expect(planClass(timed, roster, "best").handIns.every(({ graded }) => graded)).toBe(true);
});

it("without a roster takes those for the class who handed in", () => {
  const { students } = planClass(
    [delivery("b", { label: "budi" }), delivery("a", { platformId: "7", name: "Ani" })],
    null,
    "latest",
  );
  expect(students.map(({ id, name, handIns }) => [id, name, handIns])).toEqual([
    ["7", "Ani", ["a"]],
    ["budi", null, ["b"]],
  ]);
});

function student(id: string, name: string, more: Partial<StudentIdentity>): StudentIdentity {
  return { id, name, email: null, section: null, username: null, sisId: null, platformId: null, ...more };
}

function delivery(path: string, claims: Partial<Claims>): Delivery {
  const owners = [{ ...noClaims, ...claims }];
  return { path, platform: "folder", sources: [], owners, submittedAt: null, late: null, attempt: null, refused: null };
}
