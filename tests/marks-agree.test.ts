import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, it } from "vitest";
import { prairielearn } from "../reports/formats/prairielearn.ts";
import { vpl } from "../reports/formats/vpl.ts";
import { reportFormats } from "../reports/index.ts";
import type { ReportOptions } from "../reports/support/report-format.ts";
import type { ClassRun, GradeRecord, Terms } from "../runner/class/class-run.ts";
import { termsDigest } from "../runner/class/fingerprint.ts";
import { loadClass } from "../runner/class/load-class.ts";
import type { Store } from "../runner/class/store.ts";
import type { ClassResult } from "../runner/model/class-result.ts";
import type { TestResult } from "../runner/model/result.ts";
import { noPolicy, type Policy } from "../runner/score/policy.ts";
import type { Lab } from "../runner/spec/lab.ts";
import { filesOf } from "./support/files-of.ts";
import { sampleResult, sampleTest } from "./support/sample-results.ts";

const words = { en: "x", id: "x" };
const terms: Terms = {
  ...{ labDigest: "", seed: 1, language: "en", tier: "full", watch: true, program: null, wirecheck: "1" },
};

/** The points of a test of a generated class, and its ending for each student. */
type Ending = "passed" | "failed" | "error" | "unplayable";
interface Generated {
  points: readonly { points: number; optional: boolean }[];
  students: readonly { endings: readonly Ending[]; lateHours: number; byHand: number | null; handedIn: boolean }[];
  policy: Partial<Policy>;
}

const deadline = new Date("2025-11-01T20:00:00Z");

const generated: fc.Arbitrary<Generated> = fc.record({
  points: fc.array(fc.record({ points: fc.integer({ min: 1, max: 40 }), optional: fc.boolean() }), {
    ...{ minLength: 4, maxLength: 4 },
  }),
  students: fc.array(
    fc.record({
      endings: fc.array(
        fc.oneof(
          { weight: 8, arbitrary: fc.constantFrom<Ending>("passed", "failed") },
          { weight: 2, arbitrary: fc.constant<Ending>("unplayable") },
          { weight: 1, arbitrary: fc.constant<Ending>("error") },
        ),
        { minLength: 4, maxLength: 4 },
      ),
      lateHours: fc.integer({ min: -10, max: 60 }),
      byHand: fc.option(fc.integer({ min: 0, max: 40 }), { freq: 3 }),
      handedIn: fc.boolean(),
    }),
    { minLength: 2, maxLength: 4 },
  ),
  policy: fc.record({
    penalty: fc.constantFrom(null, { percent: 10, per: "day" as const }, { points: 0.5, per: "hour" as const }),
    rounding: fc.constantFrom(noPolicy.rounding, { to: 0.5, mode: "down" as const }),
    missing: fc.constantFrom("blank" as const, "zero" as const),
    floor: fc.constantFrom(0, 40),
  }),
});

it("every gradebook and report has the same mark for a student, or the same blank", { timeout: 240_000 }, () =>
  agreeIn(readers, 1000),
);

it("so have those that are made of pages", { timeout: 240_000 }, () => agreeIn(pageReaders, 25));

it("no report with marks is left out", () => {
  const read = [...Object.keys(readers), ...Object.keys(pageReaders)];
  // These formats report tests and no marks.
  const markless = ["csv", "github-annotations"];
  expect(Object.keys(reportFormats).filter((name) => ![...read, ...markless].includes(name))).toEqual([]);
});

async function agreeIn(formats: Record<string, Reader>, numRuns: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(generated, async (written) => {
      const graded = await loaded(written);
      const truth = graded.students.map(({ grade }) => (grade ? share(grade.final, grade.maxScore) : null));
      for (const [format, read] of Object.entries(formats)) {
        const marks = await read(graded);
        for (const [index, expected] of truth.entries()) {
          const mark = marks[index] ?? null;
          const at = `${format} of student ${index}`;
          if (expected === null || mark === null) expect(mark, at).toBe(expected);
          // Gradebooks write hundredths of a point.
          else expect(Math.abs(mark - expected), at).toBeLessThan(0.011 / Math.min(1, graded.maxScore / 100));
        }
      }
    }),
    { numRuns },
  );
}

it("what could not be played does not count: the rest is worth as much as all would be", async () => {
  const points = [60, 30, 10, 5].map((worth, index) => ({ points: worth, optional: index === 3 }));
  const student = { lateHours: -1, byHand: null, handedIn: true };
  const { students } = await loaded({
    points,
    students: [
      { ...student, endings: ["passed", "passed", "unplayable", "failed"] },
      { ...student, endings: ["passed", "failed", "unplayable", "passed"] },
      { ...student, endings: ["unplayable", "unplayable", "unplayable", "passed"] },
    ],
    policy: {},
  });
  expect(students.map(({ grade }) => grade && [grade.final, grade.maxScore])).toEqual([[100, 100], [72.22, 100], null]);
});

/** In per cent of the maximum. */
function share(points: number, most: number): number {
  return most === 0 ? points : (points / most) * 100;
}

async function loaded({ points, students, policy }: Generated): Promise<ClassResult> {
  const tests = points.map(({ points: worth, optional }, index) => ({
    ...{ id: `test-${index}`, title: words, why: words, points: worth, optional, steps: [] },
  }));
  const lab = { id: "tcp-echo", title: words, programs: { server: {} }, tests } as unknown as Lab;
  const records = new Map<string, GradeRecord>(
    students.map(({ endings }, index) => {
      const result = sampleResult(endings.map((ending, test) => tested(`test-${test}`, ending)));
      return [`s${index}`, { files: "", terms: termsDigest(terms), result, error: null }];
    }),
  );
  const store = {
    readRecord: async (key: string) => records.get(key) ?? null,
    readResultSync: (key: string) => records.get(key)?.result,
  } as unknown as Store;
  const marks = students.flatMap(({ byHand }, index) =>
    byHand === null ? [] : [[`s${index}`, [{ item: "test-0", points: byHand, comment: null }]] as const],
  );
  return loadClass(store, runOf(students), {
    lab,
    policy: { ...noPolicy, deadline, ...policy },
    marks: { byStudent: new Map(marks), maxPoints: new Map() },
  });
}

function tested(id: string, ending: Ending): TestResult {
  if (ending === "unplayable") return sampleTest({ id, status: "skipped", unplayable: words });
  return sampleTest({ id, status: ending });
}

function runOf(students: Generated["students"]): ClassRun {
  const handIns = students.map(({ lateHours }, index) => ({
    ...{ key: `s${index}`, path: `s${index}`, platform: "moodle" as const, late: null, graded: true },
    submittedAt: new Date(deadline.getTime() + lateHours * 3_600_000).toISOString(),
  }));
  return {
    ...{ schemaVersion: 1, lab: { id: "tcp-echo", title: words, file: "" }, terms, attempts: "latest", shard: null },
    startedAt: "2025-11-21T12:00:00Z",
    plan: {
      handIns,
      students: students.map(({ handedIn }, index) => ({
        ...{ id: `s${index}`, name: `Student ${index}`, email: null, section: null, username: null, sisId: null },
        ...{ platformId: `${index}`, fileStem: `s${index}`, handIns: handedIn ? [`s${index}`] : [], perhaps: [] },
      })),
      unmatched: [],
    },
  };
}

const options: ReportOptions = { audience: "instructor", language: "en" };

async function contents(name: keyof typeof reportFormats, graded: ClassResult, more: Partial<ReportOptions> = {}) {
  const files = await filesOf(reportFormats[name].files(graded, { ...options, ...more }));
  return new Map(files.map(({ path, content }) => [path, content]));
}

function table(text: string | undefined): Record<string, string>[] {
  return parse(text ?? "", { columns: true, bom: true });
}

function numberOf(cell: string | undefined): number | null {
  return cell === undefined || cell === "" ? null : Number(cell);
}

type Reader = (graded: ClassResult) => Promise<(number | null)[]>;

/** Reads the marks back from each report, in per cent, in the students' order. */
const readers: Record<string, Reader> = {
  async gradebook(graded) {
    const rows = table((await contents("gradebook", graded)).get("gradebook.csv"));
    return rows.map(({ final, max_points }) => (final ? share(Number(final), Number(max_points)) : null));
  },
  async canvas(graded) {
    const [possible, ...rows] = table((await contents("canvas", graded)).get("canvas.csv"));
    const marks = rows.map(({ x }) => numberOf(x));
    return marks.map((mark) => (mark === null ? null : share(mark, Number(possible?.x))));
  },
  async moodle(graded) {
    const rows = table((await contents("moodle", graded)).get("moodle-import.csv"));
    return rows.map(({ grade }) => (grade ? share(Number(grade), graded.maxScore) : null));
  },
  async "moodle-worksheet"(graded) {
    const lines = graded.students.map(({ platformId }) => `Participant ${platformId},,100.00`);
    const sheet = `Identifier,Grade,Maximum grade\n${lines.join("\n")}\n`;
    const files = await contents("moodle-worksheet", graded, { sheet });
    const most = graded.maxScore === 0 ? 1 : 100;
    return table(files.get("moodle-worksheet.csv")).map(({ Grade }) => (Grade ? share(Number(Grade), most) : null));
  },
  async gradescope(graded) {
    const files = await contents("gradescope", graded);
    return graded.students.map(({ fileStem, grade, submission }) => {
      const file = files.get(`gradescope/${fileStem}/results.json`);
      // It has files for hand-ins alone.
      if (submission === null) return grade && share(grade.final, grade.maxScore);
      return file === undefined ? null : share(JSON.parse(file).score, graded.maxScore);
    });
  },
  async "github-classroom"(graded) {
    const files = await contents("github-classroom", graded);
    return graded.students.map(({ fileStem, grade, submission }) => {
      if (submission === null) return grade && share(grade.final, grade.maxScore);
      const [, encoded] = files.get(`github-classroom/${fileStem}.txt`)?.split("=") ?? [];
      if (encoded === undefined) return null;
      const { tests, max_score } = JSON.parse(Buffer.from(encoded, "base64").toString());
      return share(
        tests.reduce((sum: number, { score }: { score: number }) => sum + score, 0),
        max_score,
      );
    });
  },
  async markdown(graded) {
    const files = await contents("markdown", graded);
    return graded.students.map(({ fileStem, grade, submission }) => {
      const [, points, most] = files.get(`markdown/${fileStem}.md`)?.match(/Points: ([-\d.]+) of ([\d.]+)/) ?? [];
      if (submission === null) return grade && share(grade.final, grade.maxScore);
      return points === undefined ? null : share(Number(points), Number(most));
    });
  },
  async json(graded) {
    const { students } = JSON.parse((await contents("json", graded)).get("class.json") ?? "");
    return students.map(({ grade }: ClassResult["students"][number]) => grade && share(grade.final, grade.maxScore));
  },
  async junit(graded) {
    const xml = [...(await contents("junit", graded)).values()].join("");
    const suites = new Map(xml.split("<testsuite ").map((suite) => [/name="(Student \d)/.exec(suite)?.[1], suite]));
    return graded.students.map(({ name, grade, submission }) => {
      // It has files for hand-ins alone.
      if (submission === null) return grade && share(grade.final, grade.maxScore);
      const [, points, most] = suites.get(name ?? "")?.match(/name="points" value="([-\d.]+)\/([\d.]+)"/) ?? [];
      return points === undefined ? null : share(Number(points), Number(most));
    });
  },
  async "github-summary"(graded) {
    const page = (await contents("github-summary", graded)).get("github-summary.md") ?? "";
    return graded.students.map(({ name, grade, submission }) => {
      const [, points, most] = page.match(new RegExp(`\\| ${name}.*\\| ([-\\d.]+) of ([\\d.]+) \\|`)) ?? [];
      if (submission === null) return grade && share(grade.final, grade.maxScore);
      return points === undefined ? null : share(Number(points), Number(most));
    });
  },
  async vpl(graded) {
    return graded.students.map((student) => {
      const [, mark] = vpl(student, 100, "en").match(/^Grade :=>> (.*)$/m) ?? [];
      return beyondLimits(student) ?? (mark === undefined ? null : Number(mark));
    });
  },
  async prairielearn(graded) {
    return graded.students.map((student) => {
      const { score } = JSON.parse(prairielearn(student, "en"));
      return beyondLimits(student) ?? (score === undefined ? null : score * 100);
    });
  },
};

/** What these platforms cannot represent: less than 0, more than the maximum, or the mark of a student without a hand-in. */
function beyondLimits({ grade, submission }: ClassResult["students"][number]): number | null {
  if (grade === null) return null;
  const mark = share(grade.final, grade.maxScore);
  return submission === null || grade.maxScore === 0 || mark < 0 || mark > 100 ? mark : null;
}

/** The same for reports that take a second to make. */
const pageReaders: Record<string, Reader> = {
  async html(graded) {
    const page = (await contents("html", graded)).get("html/index.html") ?? "";
    const rows = [...page.matchAll(/<tr data-state.*?data-points="([^"]+)".*?<th.*?>(Student \d)</g)];
    const shown = new Map(rows.map(([, points, name]) => [name, Number(points)]));
    return graded.students.map(({ name, grade }) => {
      const points = shown.get(name ?? "");
      return points === undefined || (points === -1 && grade === null) ? null : share(points, graded.maxScore);
    });
  },
  async feedback(graded) {
    const rows = table((await contents("feedback", graded)).get("feedback/mail-merge.csv"));
    return rows.map(({ points, max_points }) => (points ? share(Number(points), Number(max_points)) : null));
  },
  async text(graded) {
    const files = await contents("text", graded);
    return graded.students.map(({ fileStem, grade, submission }) => {
      const page = files.get(`text/${fileStem}.txt`) ?? "";
      const after = page.match(/^After everything: ([-\d.]+) of ([\d.]+)/m);
      const [, points, most] = after ?? page.match(/^ *Points +([-\d.]+)\/([\d.]+)$/m) ?? [];
      if (submission === null || grade === null) return grade && share(grade.final, grade.maxScore);
      return points === undefined ? null : share(Number(points), Number(most));
    });
  },
};
