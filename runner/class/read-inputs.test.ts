import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StudentIdentity } from "../model/class-result.ts";
import { readMarks } from "./read-marks.ts";
import { readPolicy } from "./read-policy.ts";
import { readTimes } from "./read-times.ts";
import { Students } from "./students.ts";

const nobody: StudentIdentity = {
  id: "",
  name: null,
  email: null,
  section: null,
  username: null,
  sisId: null,
  platformId: null,
};
const students = new Students([
  { ...nobody, id: "0511", name: "Budi Santoso", email: "budi@x.id" },
  { ...nobody, id: "0512", name: "Citra Dewi" },
]);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wirecheck-policy-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("a policy", () => {
  it("is read with its times as moments and its students by whatever name", async () => {
    const policy = await late(`
deadline: 2025-11-21 23:59
timezone: Asia/Jakarta
grace-minutes: 10
penalty: { percent: 10, per: day }
floor: 40
reject-after: { days: 3 }
extensions: { "0511": 2025-11-23 23:59, Citra Dewi: 2025-11-22T23:59+09:00 }
pass-mark: 55
rounding: { to: 0.5 }
`);
    expect(policy).toMatchObject({
      deadline: new Date("2025-11-21T16:59:00Z"),
      graceMs: 600_000,
      rejectAfter: { days: 3 },
      timezone: "Asia/Jakarta",
      extensions: new Map([
        ["0511", new Date("2025-11-23T16:59:00Z")],
        ["0512", new Date("2025-11-22T14:59:00Z")],
      ]),
      passMark: 55,
      rounding: { to: 0.5, mode: "nearest" },
    });
  });

  it.each([
    [
      "a day that does not exist",
      "timezone: Asia/Jakarta\ndeadline: 2025-02-30 23:59",
      2,
      "`deadline` is not a date and time in Asia/Jakarta",
    ],
    ["no time zone", "deadline: 2025-11-21 23:59", 1, "say the time zone"],
    ["no such time zone", "timezone: Jakarta", 1, "must be a time zone such as Asia/Jakarta"],
    ["a misspelt key", "dedline: 2025-11-21T23:59Z", 1, "did you mean `deadline`"],
    ["a student nobody knows", "extensions:\n  0599: 2025-11-21T23:59Z", 2, "no student of the class is `599`"],
    ["a number that YAML cuts", "extensions:\n  0511: 2025-11-21T23:59Z", 2, 'write `"0511"` in quotation marks'],
    ["a penalty without a unit", "penalty: { percent: 10 }", 1, "`penalty` lacks `per`"],
    ["more than everything", "floor: 120", 1, "at most 100"],
  ])("with %s names the line", async (_, text, line, message) => {
    const policy = await late(text);
    const [problem] = "problems" in policy ? policy.problems : [];
    expect(problem?.line).toBe(line);
    expect(problem?.message).toContain(message);
  });

  async function late(text: string) {
    const file = join(folder, "late.yaml");
    await writeFile(file, text);
    return readPolicy(file, students);
  }
});

const questions = [{ id: "soal-1", points: 5 }];

describe("marks by hand", () => {
  const read = (text: string) =>
    readMarks("marks.csv", Buffer.from(text), students, { tests: [{ id: "echo", points: 6 }], questions });

  it("are read for tests and for items of their own, with a comma for the decimal point where one is used", () => {
    expect(
      read("student;item;points;max;comment\n0511;echo;2,5;;almost\nCitra Dewi;V.1;5;10;\n0511;V.1;7;;\n"),
    ).toEqual({
      byStudent: new Map([
        [
          "0511",
          [
            { item: "echo", points: 2.5, comment: "almost" },
            { item: "V.1", points: 7, comment: null },
          ],
        ],
        ["0512", [{ item: "V.1", points: 5, comment: null }]],
      ]),
      maxPoints: new Map([["V.1", 10]]),
    });
  });

  it.each([
    ["a missing column", "student,points\n0511,3\n", 1, "the column `item` is missing"],
    ["an unknown student", "student,item,points\n0551,echo,3\n", 2, "did you mean `0511`?"],
    ["no number", "student,item,points\n0511,echo,many\n", 2, "must be a number, not `many`"],
    [
      "the same mark twice",
      "student,item,points\n0511,echo,3\nBudi Santoso,echo,4\n",
      3,
      "has a mark for `echo` already",
    ],
    ["no points to be had", "student,item,points\n0511,V.1,3\n", 2, "write the maximum in `max`"],
    ["more than a question is worth", "student,item,points\n0511,soal-1,6\n", 2, "earns 0 to 5 points, not 6"],
    ["less than nothing", "student,item,points\n0511,soal-1,-1\n", 2, "earns 0 to 5 points"],
    ["more than a test is worth", "student,item,points\n0511,echo,7\n", 2, "`echo` earns 0 to 6 points, not 7"],
    [
      "a total without measure",
      "student,item,points\n0511,total,100000000000000000000\n",
      2,
      "earns 0 to 10000 points",
    ],
    ["more than there is to be had", "student,item,points,max\n0511,V.1,6,5\n", 2, "`V.1` earns 0 to 5 points, not 6"],
    ["less than nothing to be had", "student,item,points,max\n0511,V.1,0,-5\n", 2, "must be more than 0"],
    ["a column twice", "student,item,points,Points\n0511,echo,3,4\n", 1, "two columns are named `points`"],
    [
      "other points to be had",
      "student,item,points,max\n0511,soal-1,3,9\n",
      2,
      "a maximum of 5 points in the lab, not 9",
    ],
    ["a misspelt question", "student,item,points\n0511,soal1,3\n", 2, "did you mean `soal-1`?"],
    ["two opinions on them", "student,item,points,max\n0511,V.1,3,5\n0512,V.1,3,6\n", 3, "make them the same"],
  ])("with %s name the line", (_, text, line, message) => {
    const marks = read(text);
    expect(marks).toMatchObject({ problems: [{ line, message: expect.stringContaining(message) }] });
  });
});

describe("times", () => {
  it("are refused where one student has two", () => {
    const text = "student,submitted_at\n0511,2025-11-21T23:59Z\nBudi Santoso,2025-11-22T23:59Z\n";
    expect(read(text)).toMatchObject({
      problems: [{ line: 3, message: "`0511` has a time in line 2 already: keep one of the two" }],
    });
  });

  const read = (text: string, zone: string | null = null) =>
    readTimes("times.csv", Buffer.from(text), students, ["a.zip"], zone);

  it("are read by student or by hand-in", () => {
    const time = new Date("2025-11-21T16:59:00Z");
    expect(read("student,submitted_at\nbudi@x.id,2025-11-21T23:59+07:00\n")).toMatchObject({
      byStudent: new Map([["0511", time]]),
    });
    expect(read("path,submitted_at\na.zip,2025-11-21 16:59Z\n")).toMatchObject({ byPath: new Map([["a.zip", time]]) });
    expect(read("student,submitted_at\n0511,2025-11-21 23:59\n", "Asia/Jakarta")).toMatchObject({
      byStudent: new Map([["0511", time]]),
    });
  });

  it.each([
    ["as Gradescope writes them", "2025-11-21 23:59:00 +0700"],
    ["in UTC by name", "2025-11-21 16:59 UTC"],
    ["as Moodle writes them", '"Jumat, 21 November 2025, 23:59"'],
    ["as a spreadsheet does for which the day is first", "21/11/2025 23:59"],
    ["where the month is first", "11/21/2025 11:59 PM"],
    ["where dots stand", "21.11.2025 23.59"],
    ["where the year is first", "2025/11/21 23:59"],
    ["with a dot for the minutes", "2025-11-21 23.59"],
    ["as the number that a spreadsheet has for them", "45982.999305556"],
    ["as seconds since 1970", "1763744340"],
  ])("are read %s", (_, written) => {
    expect(read(`student,submitted_at\n0511,${written}\n`, "Asia/Jakarta")).toMatchObject({
      byStudent: new Map([["0511", new Date("2025-11-21T16:59:00Z")]]),
    });
  });

  it("of an hour that comes twice is the first: nobody is late by a doubt", () => {
    expect(read("student,submitted_at\n0511,2025-10-26 02:30\n", "Europe/Berlin")).toMatchObject({
      byStudent: new Map([["0511", new Date("2025-10-26T00:30:00Z")]]),
    });
  });

  it("tell the day from the month by all lines together, and are passed over where there is none", () => {
    const text = "student,submitted_at\n0511,05/06/2025 10:00\n0512,";
    expect(read(`${text}13/06/2025 10:00\n`, "UTC")).toMatchObject({
      byStudent: new Map([
        ["0511", new Date("2025-06-05T10:00:00Z")],
        ["0512", new Date("2025-06-13T10:00:00Z")],
      ]),
    });
    expect(read("student,submitted_at\n0511,\n0512,2025-06-13 10:00\n", "UTC")).toMatchObject({
      byStudent: new Map([["0512", new Date("2025-06-13T10:00:00Z")]]),
    });
    for (const other of ["", "12/11/2025 10:00"])
      expect(read(`${text}${other}\n`, "UTC")).toMatchObject({
        problems: expect.arrayContaining([{ ...problem, message: expect.stringContaining("the day from the month") }]),
      });
    expect(read("student,submitted_at\n0511,06/06/2025 10:00\n", "UTC")).toMatchObject({
      byStudent: new Map([["0511", new Date("2025-06-06T10:00:00Z")]]),
    });
  });

  const problem = { file: "times.csv", line: 2, column: 1, path: [] };

  it.each([
    ["without an offset", "student,submitted_at\n0511,2025-11-21 23:59\n", "lacks its time zone"],
    ["of no such day", "student,submitted_at\n0511,2025-02-30T23:59Z\n", "a day and a time that exist"],
    ["of nobody", "student,submitted_at\n0599,2025-11-21T23:59Z\n", "no student of the class"],
    ["of no hand-in", "path,submitted_at\nb.zip,2025-11-21T23:59Z\n", "there is no hand-in `b.zip`"],
  ])("%s are refused", (_, text, message) => {
    expect(read(text)).toMatchObject({ problems: [{ line: 2, message: expect.stringContaining(message) }] });
  });
});
