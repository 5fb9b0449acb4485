import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import type { ClassStudent } from "../../runner/model/class-result.ts";
import {
  absent,
  hostileClass,
  sampleClass,
  sampleGrade,
  sampleStudent,
  ungraded,
} from "../../tests/support/sample-class.ts";
import { sampleResult, sampleTest, splitMessage } from "../../tests/support/sample-results.ts";
import { insightText } from "../terminal/insight-text.ts";
import { insight } from "./insight.ts";

const instructor = { audience: "instructor", language: "en" } as const;

describe("what a class shows", () => {
  it("counts the marks of those who handed in and were graded", () => {
    const seen = insight([
      marked("a", 0),
      marked("b", 55),
      marked("c", 59.9),
      marked("d", 100),
      ungraded("e"),
      absent("f"),
    ]);
    expect(seen).toMatchObject({ graded: 4, median: 57.45, distribution: [1, 0, 0, 0, 0, 2, 0, 0, 0, 1] });
    expect(seen.mean).toBeCloseTo(53.725);
    expect(seen.errors.map(({ id }) => id)).toEqual(["e"]);
    expect(seen.missing.map(({ id }) => id)).toEqual(["f"]);
    expect(insight([absent("f")])).toMatchObject({ graded: 0, mean: null, median: null });
  });

  it("counts a mark above full ones, for extra credit, among the best, and one below zero among the lowest", () => {
    expect(insight([marked("a", 108), marked("b", -4)]).distribution).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  });

  it("finds the tests that most of those failed who came so far", () => {
    const skipped = { status: "skipped", skippedFor: "starts" } as const;
    const seen = insight([
      tested("a", [sampleTest(), splitMessage(), splitMessage({ id: "ipv6", optional: true })]),
      tested("b", [sampleTest(), sampleTest({ id: "split-message" })]),
      tested("c", [sampleTest({ status: "failed" }), splitMessage({ ...skipped, diagnosis: null, failure: null })]),
    ]);
    expect(seen.hardest.map(({ test, passed, judged }) => [test.id, passed, judged])).toEqual([
      ["split-message", 1, 2],
      ["starts", 2, 3],
    ]);
  });

  it("counts a misconception once for each student", () => {
    const [twice, once] = [[splitMessage(), splitMessage({ id: "large" })], [splitMessage()]];
    const seen = insight([tested("a", twice), tested("b", once), tested("c", [sampleTest()])]);
    expect(seen.causes).toEqual([{ code: "reads-once", students: 2 }]);
  });

  it("looks at each student's result once and keeps none", () => {
    let looks = 0;
    const lazy = Object.defineProperty(sampleStudent("a"), "result", {
      enumerable: true,
      get: () => {
        looks += 1;
        return sampleResult([splitMessage()]);
      },
    });
    insight([lazy]);
    expect(looks).toBe(1);
  });
});

describe("the page on a class", () => {
  const students = [marked("a", 42.9), marked("b", 42.9), ungraded("c"), absent("d")];
  const why = { en: "the roster has no such student", id: "mahasiswa ini tidak ada di daftar" };
  const graded = sampleClass(students, { unmatched: [{ path: "x_99", why, score: 3, error: null }] });

  it("tells it in 80 columns", () => {
    expect(insightText(graded, instructor)).toMatchInlineSnapshot(`
      "TCP echo server: 2 graded, 1 could not be graded, 1 without a hand-in
      median 42.9 %, mean 42.9 %

      Points reached, in per cent
            0–9 0
          10–19 0
          20–29 0
          30–39 0
          40–49 ██ 2
          50–59 0
          60–69 0
          70–79 0
          80–89 0
         90–100 0

      Hardest tests, and how many passed
        0 of 2  split-message: A message that arrives in pieces comes back whole

      Most frequent causes
        2 of 2  Reads only once (reads-once)

      Could not be graded
        Student of c (c): bwrap was killed

      Students without a hand-in
        Student of d (d)

      Hand-ins without a student
        x_99: the roster has no such student
        Say whose they are with --owners: a CSV with the columns path,student (- is
          nobody of this class). Until then those who may have handed them in stay
          blank.
      "
    `);
  });

  it("tells it in Indonesian, and the public no names", () => {
    const page = insightText(graded, { audience: "public", language: "id" });
    expect(page).toContain("2 dinilai, 1 tidak dapat dinilai, 1 tidak mengumpulkan");
    expect(page).toContain("2 dari 2  Hanya membaca sekali (reads-once)");
    expect(page).not.toMatch(/Student of|x_99|bwrap/);
  });

  it("is never wider, whatever students are called", () => {
    const failed = hostileClass().students.map((student): ClassStudent => ({ ...student, result: null, grade: null }));
    for (const line of insightText(sampleClass(failed), instructor).split("\n")) {
      expect(stringWidth(line)).toBeLessThanOrEqual(80);
    }
  });
});

function marked(id: string, percent: number): ClassStudent {
  return sampleStudent(id, { grade: { ...sampleGrade(6, 14), percent } });
}

function tested(id: string, tests: Parameters<typeof sampleResult>[0]): ClassStudent {
  return sampleStudent(id, { result: sampleResult(tests) });
}
