import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { failureCodes } from "../runner/result.ts";
import { languages } from "../runner/text.ts";
import { consoleReport } from "./console.ts";
import { sampleFailure, sampleResult, sampleTest, splitMessage } from "./sample-results.ts";

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
    const failure = { code, step: 0, did: "connect: alice" };
    const report = consoleReport(sampleResult([splitMessage({ failure })]), plain);
    expect(report).toContain("step      connect: alice");
    expect(report).not.toMatch(/undefined|NaN|\[object/);
  });
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
