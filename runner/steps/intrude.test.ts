import { expect, it } from "vitest";
import { FakeRun } from "../../tests/support/fake-run.ts";
import { UdpPeer } from "../wire/udp-peer.ts";
import { intrude } from "./intrude.ts";
import { LabFault } from "./support/names.ts";

it("opens a socket at another port, whose datagrams go where those of the peer do", async () => {
  const run = new FakeRun();
  const { peer } = await run.datagrams("bob");
  expect(await intrude.play({ as: "mallory", on: "bob" }, run)).toBeNull();
  const mallory = run.peers.get("mallory");
  expect(mallory).toMatchObject({ transport: "udp", remotePort: peer.remotePort });
  expect(mallory?.localPort).not.toBe(peer.localPort);
  await run.end();
});

it("is the lab's fault where the peer knows no program yet", async () => {
  const run = new FakeRun();
  run.peers.set("bob", await UdpPeer.open("bob", ["127.0.0.1"], 0, run.transcript));
  await expect(intrude.play({ as: "mallory", on: "bob" }, run)).rejects.toThrow(LabFault);
  await run.end();
});
