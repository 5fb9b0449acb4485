import { describe, expect, it } from "vitest";
import { result as resultSchema, type TestResult } from "../../runner/model/result.ts";
import { filesOf } from "../../tests/support/files-of.ts";
import { sampleClass, sampleGrade, sampleStudent, sampleSubmission } from "../../tests/support/sample-class.ts";
import { kept, sampleResult, sampleTest, sampleTraceback, splitMessage } from "../../tests/support/sample-results.ts";
import { reportFormats } from "../index.ts";
import { insightText } from "../terminal/insight-text.ts";
import { type Audience, forAudience } from "./audience.ts";

const seed = 987_654_321;

describe("what a student sees of a hidden test", () => {
  it("is its number, how it ended and the points", () => {
    const shown = forAudience(sampleResult([sampleTest(), hiddenTest()]), "student");
    expect(shown.tests[1]).toMatchObject({
      ...{ id: "hidden-2", title: { en: "Test 2", id: "Tes 2" }, status: "failed", points: 0, maxPoints: 8 },
      ...{ message: null, failure: null, diagnosis: null, tryIt: null, transcript: [] },
    });
    expect(shown.seed).toBeNull();
    expect(resultSchema.parse(shown)).toEqual(shown);
  });

  it("is not told by the tests that stand behind it", () => {
    const skipped = sampleTest({ id: "a", status: "skipped", skippedFor: "SECRET-id" });
    const error = sampleTest({ id: "b", status: "error", message: "the test SECRET-id could not be judged" });
    const shown = forAudience(sampleResult([hiddenTest(), skipped, error]), "student");
    expect(shown.tests[1]?.skippedFor).toBe("hidden-1");
    expect(shown.tests[2]?.message).toBeNull();
  });

  it("is nothing new where nothing is hidden: then the seed plays the run again", () => {
    const result = sampleResult([splitMessage()]);
    expect(forAudience(result, "student")).toBe(result);
    expect(forAudience(result, "instructor")).toBe(result);
  });
});

/** Secret words, by the audience that must not find them in any format. */
const secrets = {
  student: ["SECRET", kept(Buffer.from("SECRET-bytes")).head, String(seed), "OTHER"],
  public: [
    "SECRET",
    kept(Buffer.from("SECRET-bytes")).head,
    String(seed),
    "OTHER",
    "OWN",
    kept(Buffer.from("OWN-bytes")).head,
  ],
} satisfies Partial<Record<Audience, string[]>>;

describe.each(["student", "public"] as const)("a file for %s", (audience) => {
  it.each(Object.entries(reportFormats))("keeps the secrets: %s", async (_, format) => {
    for (const suites of ["student", "test"] as const) {
      for await (const file of format.files(classWithSecrets(), {
        audience,
        language: "en",
        suites,
        sheet: moodleSheet,
      })) {
        const isOthers = audience === "student" && file.path.includes("OTHER");
        if (isOthers) continue;
        for (const secret of secrets[audience]) {
          expect(file.path).not.toContain(secret);
          expect(readable(file.content), file.path).not.toContain(secret);
        }
      }
    }
  });
});

it("has secrets to keep: an instructor's files tell them all", async () => {
  const formats = Object.values(reportFormats);
  const options = { audience: "instructor", language: "en", sheet: moodleSheet } as const;
  const filesIn = (format: (typeof formats)[number]) => filesOf(format.files(classWithSecrets(), options));
  const everything = (await Promise.all(formats.map(filesIn))).flat();
  const words =
    everything.map(({ content }) => readable(content)).join("\n") + insightText(classWithSecrets(), options);
  for (const secret of [...secrets.student, ...secrets.public]) expect(words).toContain(secret);
});

it("tells Moodle's feedback, which students read, no more than a student's file", async () => {
  const options = { audience: "instructor", language: "en", sheet: moodleSheet } as const;
  const files = await filesOf(reportFormats.moodle.files(classWithSecrets(), options));
  expect(files.map(({ content }) => content).join("")).not.toContain("SECRET");
});

const moodleSheet = "Identifier,Email address,Grade,Feedback comments\r\nParticipant 1,OWN@example.org,,\r\n";

/** What a reader can get from a file: its text, and what is encoded in base64. */
function readable(content: string): string {
  const encoded = /^result=(.*)$/m.exec(content)?.[1];
  return content + (encoded === undefined ? "" : Buffer.from(encoded, "base64").toString());
}

function hiddenTest(): TestResult {
  const secret = { en: "SECRET-words", id: "SECRET-kata" };
  const bytes = Buffer.from("SECRET-bytes");
  return splitMessage({
    ...{ id: "SECRET-id", title: secret, why: secret, visibility: "hidden", message: "SECRET-message" },
    failure: sampleTraceback(bytes, bytes, { did: "SECRET-step", who: "SECRET-peer", facts: { line: "SECRET-fact" } }),
    diagnosis: {
      code: "wrong-bytes",
      saw: secret,
      idea: secret,
      look: secret,
      lines: [{ file: "SECRET.py", line: 1 }],
    },
    tryIt: "echo SECRET-command",
    transcript: [{ atMs: 1, who: "SECRET-peer", kind: "sent", bytes: kept(bytes), detail: "SECRET-detail" }],
    flaky: [{ atMs: 1, who: "SECRET-peer", kind: "sent", bytes: kept(bytes), detail: "SECRET-detail" }],
    output: { stdout: "SECRET-output", stderr: "SECRET-errors" },
  });
}

/**
 * OWN is in the words of the student who reads, OTHER in those of another student, SECRET in what only the instructor
 * knows.
 */
function classWithSecrets() {
  const unmatched = [{ path: "OTHER-unmatched", why: { en: "OTHER", id: "OTHER" }, score: 3, error: null }];
  const machine = { kind: "grader" as const, text: { en: "SECRET-machine", id: "SECRET-machine" } };
  const failed = sampleStudent("OTHER-failed", { result: null, grade: null, error: machine });
  return sampleClass([studentCalled("OWN"), studentCalled("OTHER"), failed], { unmatched });
}

function studentCalled(name: string) {
  const bytes = Buffer.from(`${name}-bytes`);
  const said = { en: `${name}-saw`, id: `${name}-saw` };
  const visible = splitMessage({
    message: `${name}-message`,
    failure: sampleTraceback(Buffer.from("Halo"), bytes, { facts: { line: `${name}-fact` } }),
    diagnosis: { code: "wrong-bytes", saw: said, idea: said, look: said, lines: [{ file: `${name}.py`, line: 1 }] },
    transcript: [{ atMs: 1, who: "server", kind: "stdout", bytes: kept(bytes) }],
    flaky: [{ atMs: 1, who: "server", kind: "stdout", bytes: kept(bytes) }],
    tryIt: `python3 ${name}.py`,
    output: { stdout: `${name}-output`, stderr: `${name}-errors` },
  });
  const gated = sampleTest({ id: "later", status: "skipped", skippedFor: "SECRET-id" });
  const blocked = sampleTest({ id: "blocked", status: "error", message: "the test SECRET-id could not be judged" });
  const result = sampleResult([visible, hiddenTest(), gated, blocked], {
    seed,
    submission: { id: `${name}-hand-in`, sha256: `${name}-digest` },
    programs: [
      { role: "server", file: `${name}.py`, language: "Python", port: null, byHand: null, build: `${name}-build` },
    ],
  });
  const note = { kind: "manual" as const, points: 2, why: { en: "SECRET-note", id: "SECRET-note" } };
  return sampleStudent(`${name}-id`, {
    ...{ name: `${name}-name`, email: `${name}@example.org`, section: `${name}-section`, username: `${name}-user` },
    submission: sampleSubmission(`${name}-path`),
    result,
    grade: { ...sampleGrade(2, 22), adjustments: [note] },
  });
}
