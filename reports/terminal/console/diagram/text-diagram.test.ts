import { describe, expect, it } from "vitest";
import type { TestResult } from "../../../../runner/model/result.ts";
import type { TranscriptEvent } from "../../../../runner/model/seen.ts";
import { kept, sampleFailure, sampleResult, splitMessage } from "../../../../tests/support/sample-results.ts";
import { consoleReport } from "../../console.ts";
import { openPage } from "../page.ts";
import { textDiagram } from "./text-diagram.ts";

const transcript: TranscriptEvent[] = [
  { atMs: 20, who: "server", kind: "started", detail: "--port 5000" },
  { atMs: 90, who: "alice", kind: "connect", detail: "127.0.0.1 port 5000" },
  { atMs: 91, who: "alice", kind: "sent", bytes: kept(Buffer.from("Halo, dunia ☕\n")) },
  { atMs: 92, who: "server", kind: "stdout", bytes: kept(Buffer.from("client connected\n")) },
  { atMs: 93, who: "alice", kind: "received", bytes: kept(Buffer.from("Halo, ")) },
  { atMs: 94, who: "alice", kind: "received", bytes: kept(Buffer.alloc(5000, "x")) },
  { atMs: 170, who: "server", kind: "blocked", detail: "accept listening 3" },
];

function drawn(test: Partial<TestResult>, options: { width?: number; ascii?: boolean; language?: "en" | "id" } = {}) {
  const page = openPage({ language: "en", colour: false, width: 80, ...options });
  const title = { en: "What happened:", id: "Yang terjadi:" };
  return `\n${textDiagram(splitMessage(test), { title, roles: ["server"], rows: 14 }, page).join("\n")}\n`;
}

describe("a conversation in characters", () => {
  const failure = sampleFailure(Buffer.from("Halo, dunia ☕"), Buffer.from("Halo, "));

  it("shows who sent what to whom and where the program was blocked", () => {
    expect(drawn({ transcript: transcript.toSpliced(5, 1), failure })).toMatchInlineSnapshot(`
      "
          What happened:
              ms alice                                                         server
              20   │                                           starts --port 5000 ●
              90   │────────────────────────── connects ─────────────────────────▶│
              91   │───────────────────── "Halo, dunia ☕\\n" ────────────────────▶│
              92   │                                    prints "client connected" ›
              93   │◀───────────────────────── "Halo, " ──────────────────────────│
                   │✗╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ never came: 9 bytes ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌│
             170   │                       blocked in accept() for another client █
      "
    `);
  });

  it("shortens what is long and says by how much", () => {
    expect(drawn({ transcript, failure: null }, { width: 60, language: "id" })).toMatchInlineSnapshot(`
      "
          Yang terjadi:
              ms alice                                     server
              20   │                        mulai --port 5000 ●
              90   │──────────────── terhubung ──────────────▶│
              91   │─────────── "Halo, dunia ☕\\n" ──────────▶│
              92   │              mencetak "client connected" ›
              93   │◀─────────────── "Halo, " ────────────────│
              94   │◀── "xxxxxxxxxxxxxxxxxxx" …, 5 000 byte ──│
             170    tertahan di accept() menunggu client lain █
      "
    `);
  });

  it("needs nothing but ASCII", () => {
    const picture = drawn({ transcript, failure }, { ascii: true });
    expect(picture).toMatch(/^[\n -~]*$/);
    expect(picture).toContain('"Halo, dunia \\xe2\\x98\\x95\\n"');
  });

  it("has lanes for the peers that the failure is about, and as many as there is room for", () => {
    const many = Array.from({ length: 9 }, (_, index) => ({
      ...{ atMs: index, who: `client-${index + 1}`, kind: "connect" as const },
    }));
    const about = sampleFailure(Buffer.from("x"), Buffer.from(""), { who: "client-7" });
    const [, names80] = drawn({ transcript: many, failure: about }).trim().split("\n");
    expect(names80?.trim().split(/ +/)).toEqual(["ms", "client-1", "client-7", "server"]);
    const [, names40] = drawn({ transcript: many, failure: about }, { width: 40 }).trim().split("\n");
    expect(names40?.trim().split(/ +/)).toEqual(["ms", "client-7", "server"]);
  });
});

describe("the console's report", () => {
  const plain = { language: "en", colour: false } as const;
  const pictures = (report: string) => report.split("What happened").length - 1;

  it("draws the first failure, and all when asked to be verbose", () => {
    const result = sampleResult([splitMessage({ transcript }), splitMessage({ id: "large", transcript })]);
    expect(pictures(consoleReport(result, plain))).toBe(1);
    expect(pictures(consoleReport(result, { ...plain, verbose: true }))).toBe(2);
    expect(pictures(consoleReport(result, { ...plain, quiet: true }))).toBe(0);
  });

  it.each(["failed", "passed"] as const)("shows both attempts of a flaky test that counts as %s", (status) => {
    const passed = [
      ...transcript,
      { atMs: 99, who: "alice", kind: "received" as const, bytes: kept(Buffer.from("☕")) },
    ];
    const report = consoleReport(sampleResult([splitMessage({ status, transcript, flaky: passed })]), plain);
    expect(report).toMatch(/comes back whole \(flaky\) +\d\/8\n/);
    expect(report).toContain("Played 2 times under the same seed, this test failed in 1 of them");
    expect(report).toContain("What happened when it failed:");
    expect(report.split("What happened when it passed:")[1]).toContain('"☕"');
  });
});
