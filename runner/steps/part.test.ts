import { expect, it } from "vitest";
import { FakeRun } from "../../tests/support/fake-run.ts";
import { TcpListener } from "../wire/tcp-listener.ts";
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

it("closes a listener, and its connections first where they have its name", async () => {
  const run = new FakeRun();
  const bob = await TcpListener.open("bob", ["127.0.0.1"], 0, run.transcript);
  run.listeners.set("bob", bob);
  const { line } = run.stream("bob");
  await close.play("bob", run);
  expect(line.destroyed).toBe(true);
  run.peers.delete("bob");
  await close.play("bob", run);
  expect(run.transcript.events.filter(({ kind }) => kind === "closed")).toHaveLength(2);
  await bob.discard();
});
