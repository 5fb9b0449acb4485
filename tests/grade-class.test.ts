import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ended, SmallClass } from "./support/small-class.ts";

const roster = `id,name,email,section
0511,Budi Santoso,budi@x.id,A
0512,Citra Dewi,citra@x.id,A
0513,Dewi Lestari,dewi@x.id,B
0514,Eka Putri,eka@x.id,B
`;

let small: SmallClass;
let first: Ended;
beforeAll(async () => {
  small = await SmallClass.of({
    "Budi Santoso_101_assignsubmission_file_": "correct-plain",
    "Citra Dewi_102_assignsubmission_file_": "upper-cases",
    "Xaver Nobody_109_assignsubmission_file_": "correct-plain",
  });
  const broken = join(small.handIns, "Dewi Lestari_103_assignsubmission_file_");
  await mkdir(broken);
  await writeFile(join(broken, "lab.zip"), "this is no zip");
  await small.write("class.csv", roster);
  first = await small.grade("grades", "--roster", small.path("class.csv"), "--report", "gradebook,moodle,junit");
});
afterAll(() => small.remove());

describe("a class", () => {
  it("is graded; what cannot be is named, stays blank and sets the exit status", async () => {
    expect(first.status).toBe(3);
    expect(await small.marks("grades")).toEqual({ "0511": 10, "0512": 4, "0513": null, "0514": null });
    expect(first.stdout).toMatch(/Dewi Lestari \(0513\): .*lab\.zip is not an archive/);
  });

  it("loses neither students without a hand-in nor hand-ins without a student", () => {
    expect(first.stdout).toMatch(/Eka Putri \(0514\): It is not clear whether one of the hand-ins is from this/);
    expect(first.stdout).toContain("Xaver Nobody_109_assignsubmission_file_: no student of the roster");
    expect(first.stdout).toContain("Say whose they are with --owners");
  });

  it("says how far it is in plain lines where there is no terminal", () => {
    expect(first.lines.filter((line) => /^\d\/4 /.test(line))).toHaveLength(4);
    expect(first.lines.join("\n")).toMatch(/^\d\/4 Budi Santoso_101_assignsubmission_file_: 10\/10$/m);
  });

  it("has a gradebook that leaves a blank for what was not graded", async () => {
    const file = await readFile(small.path("grades/reports/instructor/gradebook.csv"), "utf8");
    const rows = parse(file, { columns: true, bom: true }) as Record<string, string>[];
    expect(rows).toHaveLength(4);
    expect(Object.values(rows[2] ?? {})).toContain("0513");
    expect(Object.values(rows[2] ?? {})).not.toContain("0");
  });
});

describe("the same command again", () => {
  it("gives hand-ins to whom a person has assigned them", async () => {
    const owners = await small.write("owners.csv", "path,student\nXaver Nobody_109_assignsubmission_file_,eka@x.id\n");
    const given = await small.grade("grades", "--roster", small.path("class.csv"), "--owners", owners);
    expect(given.lines.filter((line) => /^\d/.test(line) && !line.includes("(as before)"))).toEqual([]);
    expect(await small.marks("grades")).toMatchObject({ "0514": 10 });
    expect(given.stdout).not.toContain("--owners");
  });

  it("takes those who have handed in nothing for such once a stranger is known as one", async () => {
    const owners = await small.write("owners.csv", "path,student\nXaver Nobody_109_assignsubmission_file_,-\n");
    const given = await small.grade("grades", "--roster", small.path("class.csv"), "--owners", owners);
    expect(given.stdout).toMatch(/without a hand-in\n {2}Eka Putri \(0514\)\n/);
    expect(await small.marks("grades")).toMatchObject({ "0514": null });
  });

  it("grades nothing twice, and says that no mark has changed", async () => {
    const again = await small.grade(
      "grades",
      "--roster",
      small.path("class.csv"),
      "--owners",
      small.path("owners.csv"),
    );
    expect(again.lines.every((line) => !/^\d/.test(line) || line.endsWith("(as before)"))).toBe(true);
    expect(again.stdout).toContain("No mark has changed.");
  });

  it("grades one student again where that is asked for, and keeps the others", async () => {
    const one = ["--student", "budi@x.id", "--force", "--roster", small.path("class.csv")];
    const before = await small.marks("grades");
    const again = await small.grade("grades", ...one, "--owners", small.path("owners.csv"));
    expect(again.lines.filter((line) => /^\d+\/\d+ /.test(line))).toEqual([
      expect.stringMatching(/^1\/1 Budi.*10\/10$/),
    ]);
    expect(await small.marks("grades")).toEqual(before);
  });

  it("grades a hand-in whose files have changed, and that alone", async () => {
    const file = join(small.handIns, "Citra Dewi_102_assignsubmission_file_", "server.py");
    await writeFile(file, await readFile("fixtures/tcp-echo-once/correct-plain/server.py"));
    const again = await small.grade(
      "grades",
      "--roster",
      small.path("class.csv"),
      "--owners",
      small.path("owners.csv"),
    );
    expect(again.lines.filter((line) => /^\d/.test(line) && !line.endsWith("(as before)"))).toEqual([
      expect.stringContaining("Citra Dewi"),
    ]);
    expect(again.stdout).toContain("Citra Dewi (0512): 4 → 10");
  });
});

describe("report", () => {
  const late = `deadline: 2025-11-21 23:59
timezone: Asia/Jakarta
penalty: { percent: 10, per: day }
pass-mark: 80
missing: zero
`;

  it("makes new marks of what was observed and tells who gains and who loses", async () => {
    const policy = await small.write("late.yaml", late);
    const marks = await small.write(
      "marks.csv",
      "student,item,points,max,comment\n0511,starts,1,,see me\n0513,total,6,,\n",
    );
    const { status, stdout } = await small.run("report", small.path("grades"), "--policy", policy, "--marks", marks);
    // The hand-in that could not be graded now has a mark given by hand.
    expect(status).toBe(0);
    expect(stdout).toContain("2 marks rose and 1 mark fell");
    expect(stdout).toContain("Budi Santoso (0511): 10 → 7");
    expect(await small.marks("grades")).toMatchObject({ "0511": 7, "0513": 6, "0514": 0 });
  });

  it("scores old observations by a lab that gives other points", async () => {
    const lab = (await readFile(small.lab, "utf8")).replace("points: 4", "points: 1").replace("points: 6", "points: 9");
    const other = await small.write("other.yaml", lab);
    await small.run(
      "report",
      small.path("grades"),
      "--lab",
      other,
      "--marks",
      await small.write("m.csv", "student,item,points\n0512,echo,0\n"),
    );
    expect(await small.marks("grades")).toMatchObject({ "0511": 10, "0512": 1 });
  });

  it("takes nobody who earned nothing for one whose time is unknown", async () => {
    const policy = await small.write("late.yaml", late);
    const times = await small.write("times.csv", "student,submitted_at\n0511,2025-11-23T12:00+07:00\n");
    const marks = await small.write("zero.csv", "student,item,points\n0511,total,0\n");
    const timed = ["--policy", policy, "--marks", marks, "--times", times];
    const { lines } = await small.grade("grades", "--roster", small.path("class.csv"), ...timed);
    expect(lines.join("\n")).not.toContain("nobody knows when");
  });

  it("explains a mark step by step", async () => {
    const marks = await small.write("one.csv", "student,item,points\n0511,echo,2.5\n");
    const { stdout } = await small.run(
      "report",
      small.path("grades"),
      "--explain",
      "budi@x.id",
      "--marks",
      marks,
      "--policy",
      "none",
    );
    expect(stdout).toContain("Budi Santoso (0511)");
    expect(stdout).toMatch(/4\/4 {2}starts: passed\n +6\/6 {2}echo: passed\n/);
    expect(stdout).toMatch(/echo, by hand: 2\.5: -3\.5\n.*6\.5 of 10 = 65 %/s);
  });
});

describe("bad input ends with status 2, file, line and advice, and writes nothing:", () => {
  it.each([
    ["a roster with an id twice", ["--roster", "twice.csv"], "twice.csv:3:1: the id 1 is also that of line 2"],
    [
      "a policy with a day that does not exist",
      ["--policy", "feb.yaml"],
      "feb.yaml:1:11: `deadline` is not a date and time",
    ],
    [
      "marks of a student nobody knows",
      ["--marks", "strange.csv"],
      "strange.csv:2:1: no student of the class is `0599`",
    ],
    ["a report nobody knows", ["--report", "junti"], "did you mean junit?"],
    ["a shard beyond the last", ["--shard", "5/4"], "as in 1/4"],
    ["a roster that is not there", ["--roster", "none.csv"], "none.csv cannot be read"],
    ["a worksheet to fill that is not given", ["--report", "moodle-worksheet"], "give the worksheet"],
    [
      "a report for the wrong readers",
      ["--report", "moodle", "--for", "public"],
      "the report moodle is for instructor",
    ],
  ])("%s", async (_, options, sentence) => {
    await small.write("twice.csv", "id,name\n1,Budi Santoso\n1,Citra Dewi\n");
    await small.write("feb.yaml", "deadline: 2025-02-30T23:59Z\n");
    await small.write("strange.csv", "student,item,points\n0599,echo,3\n");
    const files = options.map((option) => (/\.\w+$/.test(option) ? small.path(option) : option));
    const { status, stdout, lines } = await small.grade("untouched", ...files);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(lines.join("\n")).toContain(sentence);
    await expect(readFile(small.path("untouched/class.json"))).rejects.toThrow("ENOENT");
  });

  it.each([
    ["class.zip", "\x1f\x8b", "class.zip cannot be read as an archive"],
    ["class.csv", roster, "is neither a folder nor an archive"],
    ["class.zip", "this is no zip", "class.zip cannot be read as an archive"],
    ["class.tar", "", "class.tar cannot be read as an archive"],
  ])("hand-ins in %s that holds %j", async (name, content, sentence) => {
    const source = await small.write(`given-${name}`, content);
    const { status, lines } = await small.run("grade", small.lab, source, "--out", small.path("untouched"));
    expect([status, lines[0]]).toEqual([2, expect.stringContaining(sentence)]);
  });

  it("grades among the hand-ins", async () => {
    const { status, lines } = await small.grade("hand-ins/grades");
    expect([status, lines[0]]).toEqual([2, expect.stringContaining("choose a folder outside")]);
  });
});
