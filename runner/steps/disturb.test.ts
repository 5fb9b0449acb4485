import { afterEach, expect, it } from "vitest";
import { FakeRun } from "../../tests/support/fake-run.ts";
import { UdpPeer } from "../wire/udp-peer.ts";
import { disturb } from "./disturb.ts";
import { LabFault } from "./support/names.ts";

const run = new FakeRun();
let program: UdpPeer;
afterEach(async () => {
  await run.end();
  await program.discard();
});

/** A peer whose datagrams go to another that stands for the program, and what arrives there of three. */
async function arrived(step: object): Promise<number> {
  program = await UdpPeer.open("program", ["127.0.0.1"], 0, run.transcript);
  const to = { address: "127.0.0.1", port: program.localPort };
  const alice = await UdpPeer.connect("alice", to, run.transcript);
  run.peers.set("alice", alice);
  expect(await disturb.play({ at: "alice", ...step }, run)).toBeNull();
  for (const text of ["satu", "dua", "tiga"]) await alice.send(Buffer.from(text));
  alice.disturb({ out: null });
  await alice.send(Buffer.from("last"));
  while (program.log.received.at(-1)?.toString() !== "last") await new Promise((resolve) => setImmediate(resolve));
  return program.log.received.length - 1;
}

it.each([
  ["loses the first so many", { way: "out", lose: 2 }, 1],
  ["loses a share", { way: "out", lose: "100%" }, 0],
  ["doubles", { way: "out", duplicate: "100%" }, 6],
  ["leaves the other way as it is", { way: "in", lose: "100%" }, 3],
])("%s", async (_, step, count) => {
  expect(await arrived(step)).toBe(count);
});

it("is the lab's fault for a peer that has no datagrams", async () => {
  program = await UdpPeer.open("program", ["127.0.0.1"], 0, run.transcript);
  run.stream("bob");
  await expect(disturb.play({ at: "bob", lose: 1 }, run)).rejects.toThrow(LabFault);
});
