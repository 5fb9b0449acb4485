import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { failureCodes, failure as failureSchema } from "../../runner/model/failure.ts";
import { eventKinds } from "../../runner/model/seen.ts";
import { languages } from "../../runner/model/text.ts";
import { kept, sampleFailure, sampleResult, sampleTest, splitMessage } from "../../tests/support/sample-results.ts";
import { consoleReport } from "./console.ts";

const plain = { language: "en", colour: false } as const;
const dangerous = /[^\P{C}\n]|[\p{Zl}\p{Zp}]/u;

describe("hostile programs", () => {
  it("cannot control the terminal, and no line but a command is too wide", () => {
    const hostile = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.constantFrom(
        "\x1b]0;owned\x07\x1b[2J",
        "\u202egnp.exe",
        "\0\r\n\u009b31m",
        "\u2028\u2066x",
        "\ud800",
        "\t☕\u0301",
      ),
    );
    const width = fc.integer({ min: 40, max: 120 });
    fc.assert(
      fc.property(
        hostile,
        hostile,
        hostile,
        width,
        fc.constantFrom(...languages),
        (one, other, name, columns, language) => {
          const report = consoleReport(hostileResult(one, other, name), {
            language,
            colour: false,
            width: columns,
            verbose: true,
          });
          expect(report).not.toMatch(dangerous);
          for (const line of report.split("\n")) {
            if (!line.includes("wirecheck check")) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("cannot drown the report in one line of five megabytes", () => {
    const stderr = "x".repeat(5_000_000);
    const report = consoleReport(sampleResult([splitMessage({ output: { stdout: "", stderr } })]), plain);
    expect(report.length).toBeLessThan(4000);
  });

  it.each(failureCodes)("has a whole report for %s with nothing known", (code) => {
    const failure = failureSchema.parse({ code, step: 0, did: "connect: alice" });
    const report = consoleReport(sampleResult([splitMessage({ failure })]), { ...plain, verbose: true });
    expect(report).toContain("step      connect: alice");
    expect(report).not.toMatch(/undefined|NaN|\[object/);
  });
});

describe("the picture of a hostile conversation", () => {
  const lines = fc.oneof(
    fc.uint8Array({ maxLength: 600 }).map((bytes) => Buffer.from(bytes)),
    fc.string({ unit: "binary", maxLength: 300 }).map((words) => Buffer.from(words)),
    fc
      .constantFrom(
        ...["\x1b]8;;http://example.org\x07", "\x1b[2J\x1b[1;1H\x9b31m", "\r\n\b\b\x7f\0", "\u202e\u2066\u200f\u2028"],
        ...[
          "e\u0301".repeat(90),
          "👩‍👩‍👧‍👦".repeat(40),
          "漢".repeat(200),
          "x".repeat(3000),
          "\t".repeat(99),
          "::error::x\n::stop-commands::y",
        ],
      )
      .map((words) => Buffer.from(words)),
    // Half a character at each end, as left by a read in the middle of it; a lone surrogate in CESU-8.
    fc
      .constantFrom("\x98\x95 x \xe2", "\xed\xa0\x80\xed\xb0\x80", "\xf5\xff\xc0\x80")
      .map((bytes) => Buffer.from(bytes, "latin1")),
  );
  const event = fc.record({
    atMs: fc.double({ min: 0, max: 1e9, noNaN: true }),
    who: fc.constantFrom("alice", "bob", "client-12", "server"),
    kind: fc.constantFrom(...eventKinds),
    bytes: lines.map(kept),
    detail: fc.oneof(fc.string({ unit: "binary", maxLength: 200 }), lines.map(String)),
  });

  it("holds nothing that a terminal obeys, and keeps to its columns", () => {
    const transcripts = fc.array(event, { minLength: 1, maxLength: 40 });
    const looks = fc.record({
      ...{ width: fc.integer({ min: 40, max: 120 }), language: fc.constantFrom(...languages) },
      ...{ colour: fc.boolean(), ascii: fc.boolean(), forActions: fc.boolean() },
    });
    fc.assert(
      fc.property(transcripts, lines, lines, looks, (transcript, expected, actual, look) => {
        const failure = sampleFailure(expected, Buffer.concat([actual, Buffer.from("!")]), { who: "alice" });
        const test = splitMessage({ transcript, failure, tryIt: null, flaky: transcript });
        const report = consoleReport(sampleResult([test]), { ...look, verbose: true });
        const shown = look.colour ? report.replaceAll(ownColours, "") : report;
        expect(shown).not.toMatch(dangerous);
        for (const line of shown.split("\n")) {
          if (look.forActions) expect(line).not.toMatch(/^\s*::(?!group|endgroup)/);
          else if (!line.includes("wirecheck check")) expect(stringWidth(line)).toBeLessThanOrEqual(look.width);
        }
      }),
      { numRuns: 80 },
    );
  });

  // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours are what is looked for
  const ownColours = /\x1b\[(?:[0-57-9]|[1-4]\d)m/g;
});

function hostileResult(one: string, other: string, name: string) {
  const words = { en: `seen ${one}`, id: `terlihat ${one}` };
  const test = splitMessage({
    failure: sampleFailure(Buffer.from(one), Buffer.from(`${one}${other}!`), { did: other, who: name }),
    diagnosis: { code: "wrong-bytes", saw: words, idea: words, look: words, lines: [{ file: name, line: 3 }] },
    title: words,
    tryIt: null,
    transcript: [{ atMs: 1, who: name, kind: "stdout", bytes: { length: 3, head: "gICA" }, detail: other }],
    output: { stdout: one, stderr: other },
  });
  const programs = [
    { role: "server", file: name, language: "Python", port: words, byHand: null, build: other, note: words },
  ];
  const error = sampleTest({ status: "error", message: one });
  return sampleResult([test, error], { programs, submission: { id: `x${name}`, sha256: "00" } });
}
