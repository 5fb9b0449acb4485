import { expect, it } from "vitest";
import { FakeRun } from "../../tests/support/fake-run.ts";
import { expectSilence } from "./expect-silence.ts";

it("takes silence on an open connection", async () => {
  const run = new FakeRun();
  run.stream();
  expect(await expectSilence.play("alice", run)).toBeNull();
});

it("fails what comes, and an end", async () => {
  const run = new FakeRun();
  const { line } = run.stream();
  run.next.push(() => line.closes());
  expect(await expectSilence.play({ at: "alice", for: "1s" }, run)).toEqual({ code: "closed-early", who: "alice" });
  line.sends("x");
  expect(await expectSilence.play("alice", run)).toMatchObject({ code: "not-silent", actual: { length: 1 } });
});

it("hears datagrams", async () => {
  const run = new FakeRun();
  const { hear } = await run.datagrams();
  expect(await expectSilence.play("alice", run)).toBeNull();
  hear("x");
  expect(await expectSilence.play("alice", run)).toMatchObject({ code: "not-silent", who: "alice" });
  await run.end();
});
