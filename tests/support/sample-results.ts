import { causes } from "../../runner/diagnose/index.ts";
import type { Failure } from "../../runner/model/failure.ts";
import type { Diagnosis, Result, TestResult } from "../../runner/model/result.ts";
import { result as resultSchema, schemaVersion } from "../../runner/model/result.ts";
import type { KeptBytes } from "../../runner/model/seen.ts";

/** A result with the given tests and overrides, its score summed up; for the tests of reports. */
export function sampleResult(tests: TestResult[], overrides: Partial<Result> = {}): Result {
  const counted = tests.filter(({ optional, status }) => !optional && status !== "error");
  return resultSchema.parse({
    schemaVersion,
    lab: { id: "tcp-echo", title: { en: "TCP echo server", id: "Server echo TCP" } },
    submission: { id: "tugas1_budi", sha256: "5f2c".repeat(16) },
    programs: [
      {
        role: "server",
        file: "server.py",
        language: "Python",
        port: { en: "--port N", id: "--port N" },
        byHand: { program: "python3 server.py", run: "python3 server.py --port 5000", port: 5000 },
        build: null,
      },
    ],
    language: "en",
    seed: 42,
    isolation: {
      ...{ tier: "full", network: true, address: true, sandbox: true, files: true, signals: true },
      unprivilegedUser: true,
    },
    versions: { wirecheck: "0.1.0", node: "20.20.0" },
    startedAt: "2025-11-21T02:38:55.000Z",
    durationMs: 2345,
    score: tests.reduce((sum, { points }) => sum + points, 0),
    maxScore: counted.reduce((sum, { maxPoints }) => sum + maxPoints, 0),
    tests,
    ...overrides,
  });
}

/** A test that passed, unless the overrides say otherwise. */
export function sampleTest(overrides: Partial<TestResult> = {}): TestResult {
  const maxPoints = overrides.maxPoints ?? 6;
  const isPassed = (overrides.status ?? "passed") === "passed";
  return {
    id: "starts",
    program: "server",
    title: { en: "The server starts and listens", id: "Server mulai dan mendengarkan" },
    why: {
      en: "A server must be listening before the first client comes.",
      id: "Server harus sudah mendengarkan sebelum client pertama datang.",
    },
    status: "passed",
    points: isPassed ? maxPoints : 0,
    maxPoints,
    optional: false,
    visibility: "visible",
    message: null,
    failure: null,
    diagnosis: null,
    tryIt: null,
    durationMs: 23.4,
    transcript: [],
    output: { stdout: "", stderr: "" },
    ...overrides,
  };
}

/** A test in which the reply ends after the first piece, with its diagnosis. */
export function splitMessage(overrides: Partial<TestResult> = {}): TestResult {
  const [expected, actual] = [Buffer.from("Halo, dunia ☕"), Buffer.from("Halo, ")];
  return sampleTest({
    id: "split-message",
    title: {
      en: "A message that arrives in pieces comes back whole",
      id: "Pesan yang datang terpotong kembali utuh",
    },
    why: {
      en: "TCP is a stream of bytes - one send is not one recv.",
      id: "TCP adalah aliran byte - satu send bukan satu recv.",
    },
    status: "failed",
    maxPoints: 8,
    failure: sampleFailure(expected, actual),
    diagnosis: readsOnce,
    tryIt: 'python3 -c \'import socket, time; s = socket.create_connection(("localhost", 5000)); s.send(b"Halo, ")\'',
    output: { stdout: "", stderr: "" },
    ...overrides,
  });
}

/** The failure of a step that expected other bytes than it got. */
export function sampleFailure(
  expected: Buffer,
  actual: Buffer,
  overrides: Omit<Partial<Failure<"reply-incomplete">>, "code"> = {},
): Failure<"reply-incomplete"> {
  const parting = expected.findIndex((byte, index) => byte !== actual[index]);
  const offset = parting === -1 ? expected.length : parting;
  const windowStart = Math.max(0, offset - 24);
  const window = (bytes: Buffer) => bytes.subarray(windowStart, offset + 40).toString("base64");
  return {
    code: "reply-incomplete",
    step: 2,
    did: 'expect: { at: alice, text: "Halo, dunia ☕" }',
    who: "alice",
    expected: kept(expected),
    actual: kept(actual),
    difference: { offset, windowStart, expected: window(expected), actual: window(actual) },
    facts: { gaveUp: "stuck", waitedMs: 42, blockedIn: "accept", blockedOn: "listening", fd: 3 },
    ...overrides,
  };
}

/** The same for a program that died of an unhandled error. */
export function sampleTraceback(
  expected: Buffer,
  actual: Buffer,
  overrides: Omit<Partial<Failure<"traceback">>, "code">,
): Failure<"traceback"> {
  return { ...sampleFailure(expected, actual), code: "traceback", ...overrides };
}

/** Bytes as results keep them. */
export function kept(bytes: Buffer): KeptBytes {
  if (bytes.length <= 320) return { length: bytes.length, head: bytes.toString("base64") };
  const [head, tail] = [bytes.subarray(0, 256), bytes.subarray(-64)];
  return { length: bytes.length, head: head.toString("base64"), tail: tail.toString("base64") };
}

const readsOnce: Diagnosis = {
  code: "reads-once",
  saw: {
    en: "Your server called recv once on alice's connection, sent 6 bytes back, and is now blocked in accept() while 9 more bytes wait unread.",
    id: "Server Anda memanggil recv satu kali untuk koneksi alice, mengirim balik 6 byte, dan kini tertahan di accept() sementara 9 byte lagi belum dibaca.",
  },
  idea: causes["reads-once"].idea,
  look: causes["reads-once"].look,
};
