import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostileClass } from "../../../tests/support/sample-class.ts";
import { kept, sampleResult, sampleTraceback, splitMessage } from "../../../tests/support/sample-results.ts";
import { consoleReport } from "../../terminal/console.ts";
import { jsonWithoutCommands, withoutCommands } from "./workflow-commands.ts";

/** Finds commands the way the runner of GitHub Actions does: `::` at the beginning of a line, or `##[` anywhere. */
function commandsIn(log: string): string[] {
  return log.split(/\r?\n/).filter((line) => /^\s*::/.test(line) || line.includes("##["));
}

const forActions = { language: "en", colour: false, forActions: true, verbose: true } as const;

describe("in the log of GitHub Actions", () => {
  it("each failure is folded under its title", () => {
    const log = consoleReport(sampleResult([splitMessage(), splitMessage({ id: "100%" })]), forActions);
    const title = "A message that arrives in pieces comes back whole 0/8";
    expect(commandsIn(log)).toEqual([
      `::group::✗ split-message: ${title}`,
      "::endgroup::",
      `::group::✗ 100%25: ${title}`,
      "::endgroup::",
    ]);
  });

  it("nothing that a student wrote is a command", () => {
    for (const { result } of hostileClass().students) {
      if (!result) continue;
      for (const quiet of [true, false])
        for (const command of commandsIn(consoleReport(result, { ...forActions, quiet })))
          expect(command).toMatch(/^::(group::[^:]|endgroup::$)/);
    }
  });

  it("no words become one by where a line breaks", () => {
    const word = fc.constantFrom("::", "::error::x", "##[", "##", "[", "::endgroup::", "\n", "\u00a0", "\t", " ", "x");
    const words = fc.array(word, { minLength: 1, maxLength: 40 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(words, fc.integer({ min: 40, max: 120 }), (said, width) => {
        const bytes = Buffer.from(said);
        const failure = sampleTraceback(Buffer.from("Halo"), bytes, { did: said, facts: { line: said } });
        const output = { stdout: said, stderr: said };
        const transcript = [{ atMs: 1, who: said, kind: "sent" as const, bytes: kept(bytes) }];
        const text = { en: said, id: said };
        const test = splitMessage({ failure, title: text, output, transcript, tryIt: said, flaky: transcript });
        const log = consoleReport(sampleResult([test], { submission: { id: said, sha256: "" } }), {
          ...forActions,
          width,
        });
        expect(commandsIn(log).filter((line) => !/^::(group::[✗]|endgroup::$)/.test(line))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("JSON means what it meant", () => {
    const value = { said: "\n::error::x ##[error]x ###[", and: "::stop" };
    const json = jsonWithoutCommands(JSON.stringify(value, null, 2));
    expect(commandsIn(json)).toEqual([]);
    expect(JSON.parse(json)).toEqual(value);
  });

  it("neither colours nor blanks hide a command", () => {
    expect(withoutCommands("\u001b[31m ::error::x\n\u00a0::stop-commands::x")).not.toMatch(/::(error|stop)/);
  });
});
