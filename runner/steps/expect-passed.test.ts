import { expect, it } from "vitest";
import { FakeRun, gaveUp } from "../../tests/support/fake-run.ts";
import { expectPassed } from "./expect-passed.ts";

const step = { at: "carol-to-server", client: "client" };

it("takes whatever comes at the end of the relay", async () => {
  const run = new FakeRun();
  const { line } = run.stream("carol-to-server");
  run.next.push(() => line.sends("x"));
  expect(await expectPassed.play(step, run)).toBeNull();
});

it("fails where the connection ends before, or nothing comes", async () => {
  const run = new FakeRun();
  const { line } = run.stream("carol-to-server");
  expect(await expectPassed.play(step, run)).toEqual({ code: "nothing-passed", who: "carol-to-server", gaveUp });
  run.next.push(() => line.closes());
  expect(await expectPassed.play(step, run)).toEqual({ code: "nothing-passed", who: "carol-to-server" });
});

it("asks for the client's status where there is no relay", async () => {
  const run = new FakeRun();
  run.program("client").ends(0);
  expect(await expectPassed.play(step, run)).toBeNull();
  run.program("client").ends(1);
  expect(await expectPassed.play(step, run)).toMatchObject({ code: "wrong-status" });
});
