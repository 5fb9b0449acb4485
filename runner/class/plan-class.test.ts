import { describe, expect, it } from "vitest";
import type { StudentIdentity } from "../model/class-result.ts";
import { type Claims, type Delivery, noClaims } from "./delivery.ts";
import { planClass } from "./plan-class.ts";

const roster = [
  student("05111", "Budi Santoso", { email: "budi@x.id", username: "budi-s" }),
  student("05112", "Citra Dewi", { platformId: "78" }),
  student("05113", "Dewi Citra Lestari", {}),
  student("05114", "José Álvarez", { email: "jose.a@x.id" }),
  student("05115", "Jean-Luc Picard", {}),
  student("05116", "Siobhán O’Brien", {}),
  student("05117", "Đỗ Văn Đức", {}),
  student("05118", "Fajar Putra", {}),
  student("05119", "Putra, Fajar", {}),
  student("3", "Sukarno", { group: "Kelompok 7" }),
];

describe("a hand-in goes to the student", () => {
  it.each<[string, Partial<Claims>, string]>([
    ["whose number it claims", { id: "05111" }, "05111"],
    ["whose address it claims, capitals or not", { email: "BUDI@x.id" }, "05111"],
    ["whom the platform numbers so, whatever he calls himself", { platformId: "78", name: "Citra D." }, "05112"],
    ["of that name", { name: "Citra Dewi" }, "05112"],
    ["of that name, accents or not", { name: "Jose Alvarez" }, "05114"],
    ["of that name, last name first", { name: "Santoso, Budi" }, "05111"],
    ["of that name as Canvas writes it", { name: "lestaridewicitra" }, "05113"],
    ["whose number the folder begins with", { label: "05112_CitraDewi_Tugas1" }, "05112"],
    ["whose user name a repository ends with", { label: "echo-lab-budi-s" }, "05111"],
    ["whose name the folder holds", { label: "tugas 1 budi santoso final" }, "05111"],
    ["whose address begins so", { label: "jose.a" }, "05114"],
    ["whose name follows that of a team", { name: "Kelompok 3-Budi Santoso", team: true }, "05111"],
    ["whose hyphenated name follows that of a team", { name: "Team A-1-Jean-Luc Picard", team: true }, "05115"],
    ["whose name lacks what file names lack", { name: "Siobhan OBrien" }, "05116"],
    ["whose letters another alphabet lacks", { name: "Do Van Đức" }, "05117"],
    ["of the longer of two names", { label: "lab2 Dewi Citra Lestari" }, "05113"],
  ])("%s", (_, claims, id) => {
    const { students, unmatched } = planClass([delivery("x", claims)], roster, "latest");
    expect(unmatched).toEqual([]);
    expect(students.filter(({ handIns }) => handIns.length > 0).map((found) => found.id)).toEqual([id]);
  });

  it.each<[string, Partial<Claims>, string]>([
    ["nobody has that name", { name: "Eka Putri" }, "no student"],
    ["nobody has that number, whatever number is like it", { label: "0511" }, "no student"],
    ["one is numbered so and another named so", { platformId: "78", name: "Budi Santoso" }, "05112, 05111"],
    ["one is numbered so and another called so", { label: "05112 Budi Santoso" }, "05112, 05111"],
    ["a name ends like another", { name: "Anna-Budi Santoso" }, "it may be from 05111, but"],
    ["two are called so", { name: "Fajar Putra" }, "05118, 05119"],
    ["a single word is like a name", { label: "sukarno lab 3" }, "it may be from 3, but"],
    ["a number may be the task's", { label: "Lab 3 Budi Santoso" }, "3, 05111"],
  ])("or is listed, and graded all the same, where %s", (_, claims, why) => {
    const { handIns, unmatched } = planClass([delivery("x", claims)], roster, "latest");
    expect(unmatched).toMatchObject([{ key: "x", why: { en: expect.stringContaining(why) } }]);
    expect(handIns).toMatchObject([{ key: "x", graded: true }]);
  });
});

it("lists students without a hand-in", () => {
  const { students } = planClass([delivery("x", { id: "05111" })], roster, "latest");
  const without = students.filter(({ handIns }) => handIns.length === 0);
  expect(without.map(({ id }) => id)).toEqual(roster.slice(1).map(({ id }) => id));
  expect(without.flatMap(({ perhaps }) => perhaps)).toEqual([]);
});

it("a label that may mean two teams is nobody's", () => {
  const two = [student("a", "Ana", { group: "Team 4" }), student("b", "Beni", { group: "04" })];
  const { students, unmatched } = planClass([delivery("x", { label: "tim4" })], two, "latest");
  expect(students.map(({ handIns }) => handIns)).toEqual([[], []]);
  expect(unmatched).toMatchObject([{ why: { en: "it could be from any of a, b" } }]);
});

describe("a pair's hand-in goes to both", () => {
  it.each<[string, string[]]>([
    ["05111_05112", ["05111", "05112"]],
    ["05111 Budi Santoso - 05112 Citra Dewi", ["05111", "05112"]],
    ["Budi Santoso & Citra Dewi", ["05111", "05112"]],
    ["Kelompok 7", ["3"]],
    ["Team 7", ["3"]],
    ["kelompok07", ["3"]],
    ["Kel. 7", ["3"]],
  ])("%s", (label, ids) => {
    const { students, unmatched } = planClass([delivery("x", { label })], roster, "latest");
    expect(unmatched).toEqual([]);
    expect(students.filter(({ handIns }) => handIns.length > 0).map(({ id }) => id)).toEqual(ids);
  });
});

it("gives a group's hand-in to each of them who is known, and names those who are not", () => {
  const both = { ...delivery("x", {}), owners: ["05111", "05112"].map((id) => ({ ...noClaims, id })) };
  const one = { ...delivery("y", {}), owners: ["05113", "999"].map((id) => ({ ...noClaims, id, name: "Xaver" })) };
  const { students, unmatched } = planClass([both, one], roster, "latest");
  expect(students.map(({ handIns }) => handIns).slice(0, 4)).toEqual([["x"], ["x"], ["y"], []]);
  expect(unmatched).toMatchObject([{ key: "y", why: { en: expect.stringContaining("Xaver (999): no student") } }]);
});

describe("who may have handed in what is nobody's for certain", () => {
  const mayBe = (claims: Partial<Claims>, class_ = roster) => {
    const given = [delivery("sure", { email: "budi@x.id" }), delivery("x", claims)];
    const { students } = planClass(given, class_, "latest");
    return students.filter(({ perhaps }) => perhaps.length > 0).map(({ id }) => id);
  };

  it("is each of those of that name", () => {
    expect(mayBe({ name: "Fajar Putra" })).toEqual(["05118", "05119"]);
  });

  it("is everybody without a hand-in where there is no such name", () => {
    expect(mayBe({ name: "Eka" })).toEqual(roster.slice(1).map(({ id }) => id));
  });

  it("is nobody of a class that knows all addresses, and not this one", () => {
    const known = roster.map((one) => ({ ...one, email: one.email ?? `${one.id}@x.id` }));
    expect(mayBe({ name: "Eka", email: "eka@y.id" }, known)).toEqual([]);
  });
});

it("takes two people of a platform under one name of the roster for two", () => {
  const two = ["7", "8"].map((platformId) => delivery(platformId, { platformId, name: "Budi Santoso" }));
  const { students, unmatched } = planClass(two, roster, "latest");
  expect(students[0]).toMatchObject({ handIns: [], perhaps: ["7", "8"] });
  expect(unmatched.map(({ why }) => why.en)).toEqual(Array(2).fill(expect.stringContaining("the roster only 05111")));
});

it("gives hand-ins to whom a person has assigned them, before all that names say", () => {
  const written = new Map([
    ["x", [roster[1], roster[2]] as StudentIdentity[]],
    ["y", []],
  ]);
  const given = [delivery("x", { id: "05111" }), delivery("y", { name: "Eka" })];
  const { students, unmatched } = planClass(given, roster, "latest", written);
  expect(students.slice(0, 4).map(({ handIns }) => handIns)).toEqual([[], ["x"], ["x"], []]);
  expect(unmatched).toEqual([]);
  expect(students.flatMap(({ perhaps }) => perhaps)).toEqual([]);
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
