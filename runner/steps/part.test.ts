import { expect, it } from "vitest";
import { FakeRun } from "../../tests/support/fake-run.ts";
import { close, finish, reset } from "./part.ts";
import { LabFault } from "./support/names.ts";

it.each([
  ["finish", finish, "finish", false, "finished"],
  ["close", close, "finish", true, "closed"],
  ["reset", reset, "reset", true, "reset-sent"],
] as const)("%s ends the connection in its way", async (_, step, seen, isGone, kind) => {
  const run = new FakeRun();
  const { line } = run.stream();
  expect(await step.play("alice", run)).toBeNull();
  expect([line.seen, line.destroyed]).toEqual([seen, isGone]);
  expect(run.transcript.events.at(-1)).toMatchObject({ who: "alice", kind });
});

it("closes a socket of datagrams, which nothing else ends", async () => {
  const run = new FakeRun();
  const { peer } = await run.datagrams();
  await expect(finish.play("alice", run)).rejects.toThrow(LabFault);
  expect(await close.play({ at: "alice" }, run)).toBeNull();
  expect(peer.localPort).toBe(0);
});
