import { expect, it } from "vitest";
import { FakeRun, gaveUp } from "../../tests/support/fake-run.ts";
import { expectLine } from "./expect-line.ts";

function stream(said: string) {
  const run = new FakeRun();
  const { line } = run.stream();
  if (said) line.sends(said);
  return { run, line };
}
const play = (step: object, said: string) => expectLine.play({ at: "alice", ...step }, stream(said).run);

it.each([
  ["the line", { is: "Halo" }, "Halo\n"],
  ["the line in other letters", { is: "halo", "ignore-case": true }, "HALO\r\n"],
  ["a line after those that may come before", { is: "OK", skip: "^#" }, "# hi\n# you\nOK\n"],
  ["a line with the right end", { matches: "^250 ", not: "error", ends: "crlf" }, "250 fine\r\n"],
])("takes %s", async (_, step, said) => {
  expect(await play(step, said)).toBeNull();
});

it.each([
  ["another line", { is: "Halo" }, "Hallo\n", { code: "reply-differs", difference: { offset: 3 } }],
  ["a line of another form", { matches: "^2" }, "500\n", { code: "no-match", facts: { pattern: "^2" } }],
  ["a forbidden form", { not: "^5" }, "500\n", { code: "no-match", facts: { unwanted: "^5" } }],
  ["another end", { is: "OK", ends: "crlf" }, "OK\n", { code: "line-ending", facts: { wanted: "crlf" } }],
  ["a line that is not ended", { is: "Halo" }, "Halo", { code: "line-unended", actual: { length: 4 }, gaveUp }],
  ["nothing", { is: "Halo" }, "", { code: "no-reply", expected: { length: 5 }, gaveUp }],
])("fails %s", async (_, step, said, failure) => {
  expect(await play(step, said)).toMatchObject({ who: "alice", ...failure });
});

it("leaves the next line, and keeps what named groups match", async () => {
  const { run } = stream("id 7\nrest\n");
  expect(await expectLine.play({ at: "alice", matches: "(?<id>\\d+)" }, run)).toBeNull();
  expect(run.values.get("id")).toBe("7");
  expect(await expectLine.play({ at: "alice", is: "rest" }, run)).toBeNull();
});
