import { expect, it } from "vitest";
import type { StudentIdentity } from "../model/class-result.ts";
import { problemWithMark, readMarks } from "./read-marks.ts";
import { Students } from "./students.ts";
import { type MarkEdit, withMark } from "./write-marks.ts";

const nobody = { email: null, section: null, username: null, sisId: null, platformId: null };
const students = new Students([
  { ...nobody, id: "0511", name: "Budi Santoso" },
  { ...nobody, id: "0512", name: "Citra Dewi" },
] satisfies StudentIdentity[]);
const lab = { tests: [{ id: "echo", points: 6 }], questions: [{ id: "why", points: 10 }] };
const edit = (changes: Partial<MarkEdit>): MarkEdit => ({
  ...{ student: "0511", item: "echo", points: 4.5, max: null, comment: null },
  ...changes,
});

function written(before: string | null, changes: Partial<MarkEdit>): string {
  const made = withMark("marks.csv", before === null ? null : Buffer.from(before), edit(changes), students);
  if ("problems" in made) throw new Error(JSON.stringify(made.problems));
  expect(readMarks("marks.csv", made, students, lab)).not.toHaveProperty("problems");
  return made.toString().replace("\uFEFF", "").replaceAll("\r\n", "\n");
}

it("makes a file that can be read, and adds rows to it", () => {
  const one = written(null, { comment: "=1+1, nearly" });
  expect(one).toBe(`student,item,points,max,comment\n0511,echo,4.5,,"'=1+1, nearly"\n`);
  expect(written(one, { student: "0512", item: "viva", points: 3, max: 5 })).toContain("0512,viva,3,5,\n");
});

it("changes a row where it stands, whatever name it has for the student, and leaves all else as it is", () => {
  const sheet = "item;student;points;graded by;comment\necho;Budi Santoso;2,5;Ann;late\nwhy;0512;7;Ben;\n";
  expect(written(sheet, { comment: "better" })).toBe(
    "item;student;points;graded by;comment\necho;Budi Santoso;4,5;Ann;better\nwhy;0512;7;Ben;\n",
  );
  expect(written(sheet, { points: null })).toBe("item;student;points;graded by;comment\nwhy;0512;7;Ben;\n");
  expect(written(sheet, { student: "0512", points: null })).toBe(sheet);
});

it("gives a column to a comment and to points to be had where the file has none", () => {
  expect(written("student,item,points\n0512,echo,1\n", { item: "viva", max: 5, comment: "well" })).toBe(
    "student,item,points,max,comment\n0512,echo,1,,\n0511,viva,4.5,5,well\n",
  );
});

it("changes nothing in a file that cannot be read", () => {
  const made = withMark("marks.csv", Buffer.from('student,item,points\n"0511,echo,1\n'), edit({}), students);
  expect(made).toHaveProperty("problems");
});

it.each<[string, number, string | undefined, string]>([
  ["echo", 7, undefined, "0 sampai 6 poin"],
  ["why", 3, "12", "10 poin di lab"],
  ["whi", 3, undefined, "maksudnya `why`"],
  ["viva", 3, undefined, "nilai maksimumnya"],
  ["viva", 6, "5", "0 sampai 5 poin"],
])("says of %s, %d points out of %s, in Indonesian, too: %s", (item, points, max, words) => {
  expect(problemWithMark(item, points, max, { lab, maxPoints: new Map() })?.id).toContain(words);
});
