import { readFile } from "node:fs/promises";
import { join } from "node:path";
import getPort from "get-port";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { SmallClass } from "./support/small-class.ts";
import { UiServer } from "./support/ui-server.ts";

const course = `# yaml-language-server: $schema=course.schema.json
lab: ./lab.yaml
roster: class.csv
policy: late.yaml
times: times.csv
timezone: Asia/Jakarta
language: id
reports: [gradebook]
pass-mark: 60
labs:
  another-lab: { policy: other.yaml }
`;

let small: SmallClass;
beforeAll(async () => {
  small = await SmallClass.of({ budi: "correct-plain", citra: "upper-cases" });
  await small.write("wirecheck.course.yaml", course);
  await small.write("class.csv", "id,name\nbudi,Budi\ncitra,Citra\n");
  await small.write("late.yaml", "deadline: 2025-11-21 23:59\npenalty: { percent: 10, per: day }\n");
  await small.write("times.csv", "student,submitted_at\nbudi,2025-11-22 01:00\ncitra,2025-11-21 23:00\n");
});
afterAll(() => small.remove());

const marksInHand = () => small.marks("grades");

describe("a course file", () => {
  it("says what the command line leaves open", async () => {
    const { status, lines, stdout } = await small.runInside("grade", "hand-ins", "--out", "grades", "--seed", "7");
    expect(status).toBe(0);
    expect(await marksInHand()).toEqual({ budi: 9, citra: 4 });
    expect(lines.join("\n")).toContain(
      "Dari wirecheck.course.yaml: roster class.csv, times times.csv, policy late.yaml",
    );
    expect(stdout).toContain("2 dinilai");
    const book = await readFile(join(small.path("grades"), "reports/instructor/gradebook.csv"), "utf8");
    expect(book).toMatch(/budi,Budi,.*,yes,2025-11-22T01:00:00\+07:00/);
    expect(book).toMatch(/citra,Citra,.*,no,/);
  });

  it("says in which language the page of the class is", async () => {
    const server = await UiServer.start(small.path("grades"), "--port", String(await getPort()));
    onTestFinished(() => server.kill());
    expect(await (await fetch(server.address)).text()).toContain('<html lang="id"');
  });

  it("is found from a folder below, and not needed where the grades are known", async () => {
    const before = await marksInHand();
    await small.run("report", small.path("grades"));
    expect(await marksInHand()).toEqual(before);
  });

  it("gives way to the command line", async () => {
    const { lines } = await small.runInside("report", "grades", "--policy", "none", "--lang", "en");
    expect(await marksInHand()).toEqual({ budi: 10, citra: 4 });
    expect(lines.join("\n")).not.toContain("policy");
  });

  it("with a mistake ends with its line", async () => {
    await small.write("wirecheck.course.yaml", course.replace("roster:", "rooster:"));
    const { status, lines } = await small.runInside("report", "grades");
    expect(status).toBe(2);
    expect(lines.join("\n")).toMatch(/wirecheck\.course\.yaml:3:1: .*rooster.*did you mean `roster`/);
    await small.write("wirecheck.course.yaml", course);
  });
});

describe("what grades were made with", () => {
  it("is kept by the next report, which says so", async () => {
    const strict = await small.write(
      "strict.yaml",
      "deadline: 2025-11-21T16:59Z\npenalty: { percent: 30, per: day }\n",
    );
    await small.run("report", small.path("grades"), "--policy", strict);
    expect(await marksInHand()).toEqual({ budi: 7, citra: 4 });
    const { lines } = await small.runInside("report", "grades", "--lang", "en");
    expect(await marksInHand()).toEqual({ budi: 7, citra: 4 });
    expect(lines.join("\n")).toMatch(/^As before: .*policy strict\.yaml/m);
  });

  it("is no reason to grade again where only the language or the points are others", async () => {
    const lab = await readFile(small.lab, "utf8");
    await small.write("lab.yaml", lab.replace("points: 4", "points: 1").replace("points: 6", "points: 9"));
    const again = await small.runInside(
      "grade",
      "hand-ins",
      "--out",
      "grades",
      "--lang",
      "en",
      "--policy",
      "none",
      "--report",
      "text",
    );
    expect(again.lines.filter((line) => /^\d\/2 /.test(line))).toEqual(
      Array(2).fill(expect.stringContaining("(as before)")),
    );
    expect(await marksInHand()).toEqual({ budi: 10, citra: 1 });
    const page = (language: string) => small.runInside("report", "grades", "--lang", language, "--report", "text");
    const text = () => readFile(join(small.path("grades"), "reports/instructor/text/citra.txt"), "utf8");
    expect(await text()).toContain("should have got");
    await page("id");
    expect(await text()).not.toContain("should have got");
  });
});
