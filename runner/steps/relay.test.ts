import { once } from "node:events";
import net from "node:net";
import { expect, it } from "vitest";
import { listeningAt } from "../../tests/support/fake-program.ts";
import { FakeRun } from "../../tests/support/fake-run.ts";
import { relay } from "./relay.ts";
import { LabFault, tcpPeer } from "./support/names.ts";
import { Unplayable } from "./support/unplayable.ts";

/** A port that is free now. */
async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as net.AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

it("stands between a server and a client, and knows both ends by name", async () => {
  const server = net.createServer((socket) => socket.on("error", () => {}).pipe(socket)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const run = new FakeRun();
  const program = run.program("server", { listens: [listeningAt((server.address() as net.AddressInfo).port)] });
  const port = await freePort();
  run.portOf = async () => port;
  expect(await relay.play({ as: "carol", to: "server", for: "client" }, run)).toBeNull();
  expect([...run.promised]).toEqual(["carol-to-client"]);
  expect(program.relays).toHaveLength(1);
  const client = net.connect(port, "127.0.0.1").on("error", () => {});
  client.write("Halo");
  const [echo] = (await once(client, "data")) as [Buffer];
  expect(echo.toString()).toBe("Halo");
  expect([...run.peers.keys()].sort()).toEqual(["carol-to-client", "carol-to-server"]);
  for (const peer of [...run.peers.values(), ...program.relays]) await peer.discard();
  client.destroy();
  server.close();
});

it("fails where the server does not listen, or refuses", async () => {
  const run = new FakeRun();
  const program = run.program();
  expect(await relay.play({ as: "carol", to: "server" }, run)).toMatchObject({ code: "not-listening" });
  const port = await freePort();
  program.listens.push(listeningAt(port));
  const facts = { address: "127.0.0.1", port, error: "ECONNREFUSED" };
  expect(await relay.play({ as: "carol", to: "server" }, run)).toEqual({ code: "refused", who: "carol", facts });
});

it("lets the two meet directly on a machine with one network", async () => {
  const run = new FakeRun();
  run.hasNetworks = false;
  run.program("server", { listens: [listeningAt(5000)] });
  expect(await relay.play({ as: "carol", to: "server" }, run)).toBeNull();
  expect([run.peers.size, run.listeners.size]).toEqual([0, 0]);
  expect(() => tcpPeer(run, "carol-to-client")).toThrow(Unplayable);
  expect(() => tcpPeer(run, "dave-to-client")).toThrow(LabFault);
});
