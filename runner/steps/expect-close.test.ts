import { expect, it } from "vitest";
import { FakeRun, gaveUp } from "../../tests/support/fake-run.ts";
import { expectClose } from "./expect-close.ts";

function play(step: object, happens: (line: ReturnType<FakeRun["stream"]>["line"]) => void) {
  const run = new FakeRun();
  const { line } = run.stream();
  run.next.push(() => happens(line));
  return expectClose.play({ at: "alice", ...step }, run);
}

it("takes either end unless the step asks for one", async () => {
  expect(await play({}, (line) => line.closes())).toBeNull();
  expect(await play({}, (line) => line.resets())).toBeNull();
  const wrong = { code: "closed-wrongly", who: "alice", facts: { how: "reset", wanted: "orderly" } };
  expect(await play({ how: "orderly" }, (line) => line.resets())).toEqual(wrong);
  expect(await play({ how: "reset" }, (line) => line.resets())).toBeNull();
});

it("fails a connection that stays open, and one on which more comes first", async () => {
  expect(await play({}, () => {})).toEqual({ code: "not-closed", who: "alice", gaveUp });
  const more = (line: ReturnType<FakeRun["stream"]>["line"]) => {
    line.sends("more");
    line.closes();
  };
  expect(await play({}, more)).toMatchObject({ code: "reply-too-long", actual: { length: 4 } });
  expect(await play({ rest: "any" }, more)).toBeNull();
});
