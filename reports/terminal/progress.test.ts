import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { sampleTest } from "../../tests/support/sample-results.ts";
import { progress } from "./progress.ts";

describe("progress", () => {
  it("shows on a terminal what ended and what runs, and leaves nothing behind", () => {
    const { stream, written } = terminal(80);
    const shown = progress({ stream, isTerminal: true, language: "en", total: 23, colour: false });
    shown.testStarted("starts");
    shown.testStarted("large");
    shown.testFinished(sampleTest({ id: "starts" }));
    shown.testFinished(sampleTest({ id: "large", status: "failed" }));
    shown.testStarted("split-message");
    const beforeDone = written();
    shown.done();
    expect(lines(beforeDone)).toEqual([
      "0/23",
      "0/23 · running: starts",
      "0/23 · running: starts, large",
      "1/23 ✓ 1 · running: large",
      "2/23 ✓ 1 ✗ 1",
      "2/23 ✓ 1 ✗ 1 · running: split-message",
    ]);
    expect(written().slice(beforeDone.length)).toContain("\u001b[2K");
  });

  it("keeps to one line of the terminal", () => {
    const { stream, written } = terminal(40);
    const shown = progress({ stream, isTerminal: true, language: "id", total: 9, colour: false });
    for (let test = 0; test < 9; test++) shown.testStarted(`a-test-with-a-long-name-${test}`);
    for (const line of lines(written())) expect(line.length).toBeLessThanOrEqual(40);
    shown.done();
  });

  it("writes a line for each test elsewhere, if asked", () => {
    const { stream, written } = terminal(80);
    const shown = progress({ stream, isTerminal: false, language: "id", total: 1, colour: false, verbose: true });
    shown.testFinished(sampleTest({ id: "starts\u001b[2J", durationMs: 1500 }));
    expect(written()).toBe("lulus: starts\\x1b[2J (1,5 detik)\n");
  });

  it("is silent elsewhere otherwise", () => {
    const { stream, written } = terminal(80);
    const shown = progress({ stream, isTerminal: false, language: "en", total: 1, colour: false });
    shown.testStarted("starts");
    shown.testFinished(sampleTest());
    shown.done();
    expect(written()).toBe("");
  });
});

function terminal(columns: number) {
  const stream = Object.assign(new PassThrough(), { columns });
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  return { stream, written: () => Buffer.concat(chunks).toString() };
}

function lines(written: string): string[] {
  return stripVTControlCharacters(written).split("\n").filter(Boolean);
}
