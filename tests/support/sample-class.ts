import { type ClassResult, type ClassStudent, classResult } from "../../runner/model/class-result.ts";
import type { Result, TestResult } from "../../runner/model/result.ts";
import { schemaVersion } from "../../runner/model/result.ts";
import { sampleResult, sampleTest, sampleTraceback, splitMessage } from "./sample-results.ts";

/** A class of the given students; for the tests of reports. */
export function sampleClass(students: ClassStudent[], overrides: Partial<ClassResult> = {}): ClassResult {
  return classResult.parse({
    schemaVersion,
    lab: { id: "tcp-echo", title: { en: "TCP echo server", id: "Server echo TCP" } },
    language: "en",
    startedAt: "2025-11-21T02:38:55.000Z",
    versions: { wirecheck: "0.1.0" },
    maxScore: 14,
    students,
    unmatched: [],
    policy: { deadline: null, passMark: null },
    ...overrides,
  });
}

/** A student whose hand-in was graded, unless the overrides say otherwise. */
export function sampleStudent(id: string, overrides: Partial<ClassStudent> = {}): ClassStudent {
  const result = overrides.result ?? sampleResult([sampleTest(), splitMessage()]);
  return {
    id,
    name: `Student of ${id}`,
    email: `${id}@example.org`,
    section: "A",
    username: `user-${id}`,
    sisId: `sis-${id}`,
    platformId: null,
    fileStem: id.replaceAll(/[^\w-]/g, "_"),
    submission: sampleSubmission(`hand-ins/${id}`),
    result,
    error: null,
    grade: sampleGrade(result.score, result.maxScore),
    ...overrides,
  };
}

/** Where a hand-in came from. */
export function sampleSubmission(path: string): NonNullable<ClassStudent["submission"]> {
  return { path, platform: "folder", attempt: 1, attempts: 1, submittedAt: "2025-11-20T16:00:00.000Z", late: false };
}

/** A grade that consists of test points only. */
export function sampleGrade(score: number, maxScore: number): NonNullable<ClassStudent["grade"]> {
  const percent = Math.round((score / maxScore) * 1000) / 10;
  return { score, maxScore, percent, penalty: 0, adjustments: [], final: score, passed: null };
}

/** A student whose hand-in could not be graded. */
export function ungraded(id: string): ClassStudent {
  const text = { en: "bwrap was killed", id: "bwrap dihentikan paksa" };
  return sampleStudent(id, { result: null, grade: null, error: { kind: "grader", text } });
}

export function absent(id: string): ClassStudent {
  return sampleStudent(id, { submission: null, result: null, grade: null });
}

/** Names, texts and output with which students may try to attack readers of a report. */
export const hostileWords = [
  '=HYPERLINK("http://example.org","click")',
  "+1+1",
  "-2+3",
  "@SUM(A1:A9)",
  "\t=1+1",
  "\r=1+1",
  "  =1+1",
  'O\'Brien, "Bob"; Jr.',
  "two\nlines",
  "]]> and again ]]><script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "a\0b\u001b[31m\u0007",
  "lone \ud800 surrogate \udc00",
  "\u202eevitisop\u2066\u200f",
  "| a | b |\n|---|---|",
  "``` ` ````` ``",
  "::error file=x::pwned\n::stop-commands::x\n##[error]pwned",
  "[link](javascript:alert(1)) ![img](http://example.org/x.png) http://example.org www.example.org",
  "$x$ :tada: @everyone &amp; &#60; \\ *b* _i_ ~~s~~ # h",
  "\ufffe\uffff\u0085\u2028",
];

/** A class in which every word that a student can choose is hostile, and one program printed five megabytes. */
export function hostileClass(): ClassResult {
  const students = hostileWords.map((words, index) => hostileStudent(words, index));
  return sampleClass([...students, ungraded("lost"), absent("absent")]);
}

function hostileStudent(words: string, index: number): ClassStudent {
  const flood = index === 0 ? words + "x".repeat(5_000_000) : words;
  const result = hostileResult(words, flood);
  return sampleStudent(`${words} ${index}`, {
    fileStem: `student_${index}`,
    name: words,
    email: words,
    section: words,
    username: words,
    submission: sampleSubmission(words),
    result,
  });
}

function hostileResult(words: string, flood: string): Result {
  const bytes = Buffer.from(words);
  const said = { en: `seen: ${words}`, id: `terlihat: ${words}` };
  const failure = sampleTraceback(Buffer.from("Halo"), bytes, { facts: { line: words } });
  const shared: Partial<TestResult> = { output: { stdout: flood, stderr: flood } };
  const diagnosis = {
    code: "wrong-bytes" as const,
    saw: said,
    idea: said,
    look: said,
    lines: [{ file: words, line: 3 }],
  };
  return sampleResult(
    [
      sampleTest(shared),
      splitMessage({ ...shared, failure, diagnosis, tryIt: `printf '${words}' | nc localhost 5000` }),
      splitMessage({ ...shared, id: "build", failure: { code: "build-failed", step: 0, did: words }, diagnosis: null }),
      splitMessage({ ...shared, id: "ipv6", optional: true, failure, diagnosis: null }),
      sampleTest({ id: "later", status: "skipped", skippedFor: "build" }),
    ],
    {
      programs: [{ role: "server", file: words, language: "C", port: null, byHand: null, build: flood.slice(0, 9000) }],
      submission: { id: words, sha256: "0".repeat(64) },
    },
  );
}
