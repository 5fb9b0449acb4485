import { describe, expect, it } from "vitest";
import { sampleResult, sampleTest, splitMessage } from "../../../tests/support/sample-results.ts";
import { consoleReport } from "../console.ts";

const plain = { language: "en", colour: false } as const;

describe("what a failed test tells", () => {
  it("tells a diagnosis in full once, and each time when verbose", () => {
    const result = sampleResult([splitMessage(), splitMessage({ id: "large" })]);
    const look = "Call recv in a loop";
    expect(consoleReport(result, plain).split(look)).toHaveLength(2);
    expect(consoleReport(result, plain)).toContain("same cause as split-message");
    expect(consoleReport(result, { ...plain, verbose: true }).split(look)).toHaveLength(3);
  });

  it("does not call two mistakes of one kind the same cause", () => {
    const { diagnosis } = splitMessage();
    const other = diagnosis && { ...diagnosis, name: { en: "Reads too early", id: "Membaca terlalu dini" } };
    const report = consoleReport(
      sampleResult([splitMessage(), splitMessage({ id: "large", diagnosis: other })]),
      plain,
    );
    expect(report).not.toContain("same cause as");
    expect(report).toContain("Reads too early (1 test)");
  });

  it("says why the test matters where nothing is diagnosed", () => {
    const report = consoleReport(sampleResult([splitMessage({ diagnosis: null })]), plain);
    expect(report).toContain("idea      TCP is a stream of bytes - one send is not one recv.");
  });

  it("shows the compiler's message whole, with its indentation", () => {
    const build = "server.c:12:3: error: expected ';'\n   12 |   return 0\n      |   ^~~~~~";
    const failure = { code: "build-failed", step: 0, did: "start: server", who: "server" } as const;
    const programs = [{ role: "server", file: "server.c", language: "C", port: null, byHand: null, build }];
    const report = consoleReport(sampleResult([sampleTest({ status: "failed", failure })], { programs }), plain);
    expect(report).toContain("    │    12 |   return 0\n    │       |   ^~~~~~\n");
  });

  it("shows the last eight lines of the error output", () => {
    const stderr = Array.from({ length: 20 }, (_, index) => `line ${index}`).join("\n");
    const report = consoleReport(sampleResult([splitMessage({ output: { stdout: "", stderr } })]), plain);
    expect(report).not.toContain("line 11");
    expect(report).toContain("│ line 12\n");
    expect(report).toContain("│ line 19\n");
  });

  it("names files as the student knows them", () => {
    const stderr = 'Traceback (most recent call last):\n  File "/home/student/server.py", line 12\n';
    const report = consoleReport(sampleResult([splitMessage({ output: { stdout: "", stderr } })]), plain);
    expect(report).toContain('│   File "server.py", line 12');
  });

  it("never breaks a command", () => {
    const tryIt = `printf '${"Halo ".repeat(40)}' | nc localhost 5000`;
    expect(consoleReport(sampleResult([splitMessage({ tryIt })]), plain)).toContain(`\n      ${tryIt}\n`);
  });

  it("keeps what a hidden test does to itself", () => {
    const report = consoleReport(sampleResult([splitMessage({ visibility: "hidden" })]), { ...plain, verbose: true });
    expect(report).toContain("comes back whole (hidden)");
    for (const secret of ["Halo", "recv", "alice", "python3 -c"]) expect(report).not.toContain(secret);
  });

  it("takes the blame for errors", () => {
    const test = sampleTest({ status: "error", message: "bwrap: Permission denied" });
    const report = consoleReport(sampleResult([test]), plain);
    expect(report).toContain("This is not your fault");
    expect(report).toContain("bwrap: Permission denied");
    expect(report).toContain("?/6");
    expect(report).not.toContain("Full marks");
  });
});
