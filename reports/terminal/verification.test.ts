import { expect, test } from "vitest";
import type { Verification } from "../../runner/model/verification.ts";
import { verificationReport } from "./verification.ts";

const passed = { status: "passed", expected: true } as const;

const verified: Verification = {
  schemaVersion: 1,
  lab: { id: "echo", title: { en: "Echo", id: "Gema" }, points: 100 },
  seed: 7,
  chosen: false,
  programs: [
    {
      name: "python",
      kind: "reference",
      about: null,
      tests: { starts: passed, echoes: passed },
      missing: null,
      complaints: [],
    },
    { name: "correct-go", kind: "correct", about: "Go.", tests: {}, missing: "golang-go", complaints: [] },
    {
      ...{ name: "never-starts", kind: "flawed", about: "Ends.", missing: null, complaints: [] },
      tests: { starts: { status: "failed", expected: true }, echoes: { status: "skipped", expected: true } },
    },
    {
      ...{
        name: "loud",
        kind: "flawed",
        about: "Shouts.",
        missing: null,
        complaints: [{ code: "missed", test: "echoes" }],
      },
      tests: { starts: passed, echoes: { status: "passed", expected: false } },
    },
  ],
  tests: [
    { id: "starts", failedBy: ["never-starts"] },
    { id: "echoes", failedBy: [] },
  ],
  score: { flaws: 2, flawsCaught: 1, tests: 2, testsJustified: 1, falseAlarms: 0, references: 1 },
  holds: false,
};

test("shows the matrix, what falls short and the lab's own score", () => {
  expect(verificationReport(verified, { language: "en", colour: false })).toMatchInlineSnapshot(`
    "echo: Echo

                    ab
    references
      python        ··
    correct programs
      correct-go    not run: golang-go is missing
    flawed programs
      never-starts  ✗–
      loud          ·!

      a starts  b echoes

      · passes  ✗ fails, as it must  – skipped, as it must be  ! not as expected

    Falls short
      ! loud: echoes should fail, but passed
      ! no flawed program fails echoes: nothing shows that this can be failed

    1 of 2 flaws caught · 1 of 2 tests justified · no false alarm
    seed 7
    "
  `);
});

test("keeps to the width of the page, whatever the names", () => {
  const program = verified.programs[0] as Verification["programs"][number];
  const long = { ...program, name: "a-name-that-is-".repeat(9) };
  const lines = verificationReport(
    { ...verified, programs: [long] },
    { language: "en", colour: false, width: 60 },
  ).split("\n");
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
});
