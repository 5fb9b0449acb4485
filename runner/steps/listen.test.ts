import { once } from "node:events";
import net from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { FakeRun, gaveUp } from "../../tests/support/fake-run.ts";
import { accept, listen } from "./listen.ts";
import { Unplayable } from "./support/unplayable.ts";

let run: FakeRun;
beforeEach(() => {
  run = new FakeRun();
  run.role = "client";
});
afterEach(async () => {
  await run.end();
  for (const listener of run.listeners.values()) await listener.discard();
  for (const peer of run.peers.values()) await peer.discard();
});

/** A listener with which nothing is wrong. */
const quiet = { failures: [] as string[], shakesHands: false };

it("takes the port of the program, or a free one that has a name from then on", async () => {
  const free = net.createServer().listen(0, "127.0.0.1");
  await once(free, "listening");
  const { port } = free.address() as net.AddressInfo;
  free.close();
  await once(free, "close");
  run.portOf = async () => port;
  expect(await listen.play("bob", run)).toBeNull();
  expect(run.listeners.get("bob")?.port).toBe(port);
  expect(await listen.play({ as: "log", over: "udp" }, run)).toBeNull();
  expect(run.peers.get("log")?.transport).toBe("udp");
  expect(run.values.get("log-port")).toBe("0");
});

it("answers no attempt to connect where it is deaf", async () => {
  expect(await listen.play({ as: "bob", deaf: true }, run)).toBeNull();
  expect(run.deaf).toBe(5000);
});

it("accepts a client under a name, and fails one that never connects", async () => {
  const waiting: string[] = [];
  const bob = {
    ...quiet,
    waiting: 0,
    accept(name: string) {
      waiting.push(name);
      return run.stream(name).peer;
    },
    discard: async () => {},
  };
  run.listeners.set("bob", bob as unknown as Parameters<typeof run.listeners.set>[1]);
  run.next.push(() => {
    bob.waiting = 1;
  });
  expect(await accept.play({ at: "bob", as: "carol" }, run)).toBeNull();
  expect(waiting).toEqual(["carol"]);
  bob.waiting = 0;
  expect(await accept.play("bob", run)).toEqual({ code: "no-connection", who: "bob", gaveUp });
});

it("does not count where the client dials beyond a machine that has one network", async () => {
  const bob = { ...quiet, waiting: 0, discard: async () => {} };
  run.listeners.set("bob", bob as unknown as Parameters<typeof run.listeners.set>[1]);
  run.program("client");
  run.hasNetworks = false;
  run.reachesOut = true;
  await expect(accept.play("bob", run)).rejects.toThrow(Unplayable);
});
