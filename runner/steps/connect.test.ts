import { once } from "node:events";
import net from "node:net";
import { describe, expect, it } from "vitest";
import { listeningAt } from "../../tests/support/fake-program.ts";
import { FakeRun, gaveUp } from "../../tests/support/fake-run.ts";
import { connect, listeningAddress } from "./connect.ts";

describe("where the grader dials", () => {
  it.each([
    ["every address", "0.0.0.0", undefined, "127.0.0.1"],
    ["every IPv6 address, which takes IPv4 too", "::", undefined, "127.0.0.1"],
    ["the same, over IPv6", "::", "ipv6", "::1"],
    ["an address of its own", "127.0.1.1", undefined, "127.0.1.1"],
    ["an IPv4 address as IPv6 writes it", "::ffff:127.0.0.1", undefined, "127.0.0.1"],
    ["the same, over IPv4", "::ffff:127.0.0.1", "ipv4", "127.0.0.1"],
  ] as const)("reaches a server that listens on %s", async (_, listens, family, address) => {
    const run = new FakeRun();
    const server = run.program("server", { listens: [listeningAt(5000, listens)] });
    expect(await listeningAddress(server, run, { family })).toEqual({ address, port: 5000 });
  });

  it("is the port that the server was told rather than one that it opened for something else", async () => {
    const run = new FakeRun();
    const server = run.program("server", { listens: [listeningAt(4000), listeningAt(5000)], givenPort: 5000 });
    expect(await listeningAddress(server, run)).toMatchObject({ port: 5000 });
  });

  it("is nowhere where the server listens over another family, not at all, or has ended", async () => {
    const run = new FakeRun();
    const server = run.program("server", { listens: [listeningAt(5000)] });
    const ipv6 = await listeningAddress(server, run, { family: "ipv6" });
    expect(ipv6).toMatchObject({ code: "not-listening", who: "server", facts: { family: "ipv6" } });
    server.listens = [listeningAt(5000, "::ffff:127.0.0.1")];
    expect(await listeningAddress(server, run, { family: "ipv6" })).toMatchObject({ code: "not-listening" });
    server.listens = [];
    const udp = await listeningAddress(server, run, { over: "udp" });
    expect(udp).toMatchObject({ code: "not-listening", facts: { over: "udp" } });
    server.ends(1);
    expect(await listeningAddress(server, run)).toMatchObject({ code: "exited-early", facts: { status: 1 } });
  });
});

describe("connect", () => {
  it("makes a peer of the connection, and tells a refused one by its error", async () => {
    const listener = net.createServer((socket) => socket.on("error", () => {})).listen(0, "127.0.0.1");
    await once(listener, "listening");
    const { port } = listener.address() as net.AddressInfo;
    const run = new FakeRun();
    run.program("server", { listens: [listeningAt(port)] });
    expect(await connect.play("alice", run)).toBeNull();
    expect(run.peers.get("alice")).toMatchObject({ remotePort: port });
    await run.peers.get("alice")?.discard();
    listener.close();
    await once(listener, "close");
    const facts = { address: "127.0.0.1", port, error: "ECONNREFUSED" };
    expect(await connect.play("bob", run)).toEqual({ code: "refused", who: "bob", facts });
  });

  it("fails where the connection is never taken", async () => {
    const run = new FakeRun();
    run.program("server", { listens: [listeningAt(1)] });
    run.settled = async (promise) => {
      await promise;
      return { gaveUp };
    };
    expect(await connect.play("alice", run)).toMatchObject({ code: "not-accepted", who: "alice", gaveUp });
  });

  it("opens a socket of its own over UDP", async () => {
    const run = new FakeRun();
    run.program("server", { listens: [{ ...listeningAt(5000), protocol: "udp" }] });
    expect(await connect.play({ as: "alice", over: "udp" }, run)).toBeNull();
    expect(run.peers.get("alice")).toMatchObject({ transport: "udp", remotePort: 5000 });
    await run.end();
  });
});
