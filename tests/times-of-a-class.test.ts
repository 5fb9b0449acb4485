import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SmallClass } from "./support/small-class.ts";

const students = ["ann", "bob", "cyn", "dan"];
const policy = `deadline: 2025-11-01 20:00
timezone: America/New_York
penalty: { percent: 10, per: day }
`;

let small: SmallClass;
beforeAll(async () => {
  small = await SmallClass.of(Object.fromEntries(students.map((name) => [name, "correct-plain"])));
});
afterAll(() => small.remove());

/** A new folder for each test, because the folder remembers the options. */
let folder = "";
const grade = async (late: string, ...options: string[]) => {
  folder = `grades-${Number(folder.replace(/\D/g, "")) + 1}`;
  return small.grade(folder, "--policy", await small.write("late.yaml", late), "--report", "gradebook", ...options);
};

async function gradebook(): Promise<Record<string, string>[]> {
  const file = await readFile(join(small.path(folder), "reports/instructor/gradebook.csv"), "utf8");
  return parse(file, { columns: true, bom: true });
}

it("counts a day by the clocks of the policy's time zone, and shows times by them", async () => {
  const times = await small.write(
    "times.csv",
    "student,submitted_at\nann,2025-11-01T19:59-04:00\nbob,2025-11-03T00:30Z\ncyn,2025-11-02 19:30\ndan,2025-11-02 20:30\n",
  );
  const { status, lines } = await grade(policy, "--times", times);
  expect(status).toBe(0);
  expect(lines.join("\n")).not.toContain("Nothing tells");
  // In this night the clocks went back: cyn handed in 24 and a half hours after the deadline, on the first day.
  expect(await small.marks(folder)).toEqual({ ann: 10, bob: 9, cyn: 9, dan: 8 });
  expect((await gradebook()).map(({ handed_in, late }) => [handed_in, late])).toEqual([
    ["2025-11-01T19:59:00-04:00", "no"],
    ["2025-11-02T19:30:00-05:00", "yes"],
    ["2025-11-02T19:30:00-05:00", "yes"],
    ["2025-11-02T20:30:00-05:00", "yes"],
  ]);
});

it("says loudly that a policy counts for nobody where no hand-in has a time", async () => {
  const { lines } = await grade(policy);
  expect(lines.join("\n")).toContain("Nothing tells when the hand-ins were handed in");
  expect(await small.marks(folder)).toEqual({ ann: 10, bob: 10, cyn: 10, dan: 10 });
});

describe("Moodle's worksheet tells times", () => {
  const sheet = `ID;"Nama lengkap";Status;Nilai;"Nilai maksimum";"Nilai bisa diubah";"Terakhir diubah (ajuan)";"Terakhir diubah (nilai)"
Peserta1;ann;Diajukan;;100,00;Ya;"Sabtu, 1 November 2025, 19:59";-
Peserta2;bob;Diajukan;;100,00;Ya;"Minggu, 2 November 2025, 19:30";-
Peserta3;cyn;Diajukan;;100,00;Ya;"Minggu, 2 November 2025, 20:30";-
Peserta4;dan;-;;100,00;Ya;-;-
`;

  it.each(["--roster", "--times", "--sheet"])("as %s", async (option) => {
    const file = await small.write("sheet.csv", sheet);
    const { lines } = await grade(policy, option, file);
    expect(lines.join("\n")).toContain("Nothing tells when 1 of 4");
    const finals = (await gradebook()).map(({ name, id, final }) => [name || id, final]);
    expect(finals).toEqual([
      ["ann", "10"],
      ["bob", "9"],
      ["cyn", "8"],
      ["dan", "10"],
    ]);
  });

  it("and again in a report with another deadline", async () => {
    await grade(policy, "--sheet", await small.write("sheet.csv", sheet));
    const later = await small.write("later.yaml", policy.replace("2025-11-01 20:00", "2025-11-02 19:45"));
    await small.run("report", small.path(folder), "--policy", later);
    expect(await small.marks(folder)).toEqual({ ann: 10, bob: 10, cyn: 9, dan: 10 });
  });
});

it("refuses times without a time zone where no policy tells it", async () => {
  const times = await small.write("local.csv", "student,submitted_at\nann,2025-11-22 01:00\n");
  const { status, lines } = await small.grade("none", "--times", times);
  expect([status, lines.join("\n")]).toEqual([2, expect.stringMatching(/local\.csv:2:1: .*lacks its time zone/)]);
});
