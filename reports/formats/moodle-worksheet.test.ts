import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { absent, sampleClass, sampleStudent, ungraded } from "../../tests/support/sample-class.ts";
import { moodleWorksheet } from "./moodle-worksheet.ts";

const header =
  'Identifier,"Full name","Email address",Status,Grade,"Maximum grade","Grade can be changed","Last modified (submission)","Last modified (grade)","Feedback comments"';
const row = (number: number, name: string, cells = "Yes") =>
  `"Participant ${number}","${name}",,"Submitted for grading",,100.00,${cells},"Thursday, 20 November 2025, 4:00 PM",-,`;
const sheet = (...rows: string[]) => `\ufeff${[header, ...rows].join("\r\n")}\r\n`;
const submission = {
  ...{ path: "Budi_11_assignsubmission_file_", platform: "moodle" as const },
  ...{ attempt: 1, attempts: 1, submittedAt: null, late: null },
};
const budi = sampleStudent("s1", { name: "Budi", platformId: "11", submission });

describe("Moodle's worksheet", () => {
  it("gets grades by participant number, on Moodle's scale, and feedback; everything else stays", () => {
    const [filled] = fill(sampleClass([budi]), sheet(row(11, "Someone Else"), row(12, "Budi")));
    const [before] = parse(sheet(row(11, "Someone Else")), { bom: true, columns: true }) as Record<string, string>[];
    expect(filled?.rows[0]).toEqual({
      ...before,
      Grade: "42.86",
      "Feedback comments": expect.stringContaining("6 of 14; A message that arrives in pieces"),
    });
    expect(filled?.rows[1]).toMatchObject({ Identifier: "Participant 12", Grade: "", "Feedback comments": "" });
  });

  it("matches by e-mail or a name that only one row bears where there is no number", () => {
    const students = [sampleStudent("s1", { name: "Budi" }), sampleStudent("s2", { name: "Siti  Aminah" })];
    const files = fill(sampleClass(students), sheet(row(1, "Budi"), row(2, "Budi"), row(3, "siti aminah")));
    expect(files[0]?.rows.map(({ Grade }) => Grade)).toEqual(["", "", "42.86"]);
    expect(files[1]?.path).toBe("moodle-worksheet-left-over.csv");
    expect(files[1]?.rows).toEqual([{ id: "s1", name: "Budi", email: "s1@example.org", grade: "6" }]);
  });

  it("writes no zero for an error or a missing hand-in, and nothing over a grade that is locked", () => {
    const students = [ungraded("s2"), absent("s3"), { ...budi, platformId: "13" }];
    const files = fill(
      sampleClass(students),
      sheet(row(1, "Student of s2"), row(2, "Student of s3"), row(13, "Budi", "No")),
    );
    expect(files[0]?.rows.map(({ Grade }) => Grade)).toEqual(["", "", ""]);
    expect(files[1]?.rows.map(({ id }) => id)).toEqual(["s1"]);
  });

  it("writes decimals as the sheet does", () => {
    const german = "Identifier;Grade;Maximum grade\r\nParticipant 11;;100,00\r\n";
    expect(fill(sampleClass([budi]), german)[0]?.rows[0]).toMatchObject({ Grade: "42,86" });
  });

  it.each([
    [undefined, "it is filled, never made"],
    ['Identifier,Grade\r\n"Participant 1,', "not a CSV file from line 2 on"],
    ["Name,Grade\r\n", "line 1 of the worksheet has no column Identifier; it has Name, Grade"],
    ["Identifier,Score\r\n", "no column Grade"],
    [
      "Identifier,Grade\r\nParticipant 1,\r\nParticipant 1,\r\n",
      "line 3 of the worksheet has Participant 1 a second time",
    ],
    ["Identifier,Grade\r\nParticipant 99,\r\n", "no row of the worksheet belongs to a student"],
  ])("says what is wrong with the sheet %j", (text, words) => {
    const options = { audience: "instructor", language: "en", ...(text !== undefined && { sheet: text }) } as const;
    const problems = moodleWorksheet.problems?.(sampleClass([budi]).students, options) ?? [];
    expect(problems.map(({ en }) => en)).toEqual([expect.stringContaining(words)]);
  });
});

function fill(graded: ReturnType<typeof sampleClass>, text: string) {
  const options = { audience: "instructor", language: "en", sheet: text } as const;
  expect(moodleWorksheet.problems?.(graded.students, options)).toEqual([]);
  return [...moodleWorksheet.files(graded, options)].map(({ path, content }) => ({
    path,
    rows: parse(content, { bom: true, columns: true }) as Record<string, string>[],
  }));
}
