import { Resolver } from "node:dns/promises";
import net from "node:net";
import dnsPacket from "dns-packet";
import getPort from "get-port";
import { afterAll, beforeAll, expect, it } from "vitest";
import { NameServer } from "./name-server.ts";

let server: NameServer;
let port = 0;
let late = 0;
const resolver = new Resolver({ timeout: 60_000, tries: 1 });
/** For the question that is never answered. */
const impatient = new Resolver({ timeout: 200, tries: 1 });

beforeAll(async () => {
  port = await getPort();
  server = await NameServer.open(
    [
      { name: "www.Kampus.test", addresses: ["172.20.1.2", "172.20.1.3", "2001:db8::1"] },
      { name: "lambat.test", addresses: ["172.20.1.4"], afterMs: 50 },
      { name: "diam.test", addresses: ["172.20.1.5"], afterMs: "silent" },
    ],
    { address: "127.0.0.1", port },
    async (work) => {
      late += 1;
      await work;
    },
  );
  resolver.setServers([`127.0.0.1:${port}`]);
  impatient.setServers([`127.0.0.1:${port}`]);
});
afterAll(() => server.close());

it("knows the addresses of a name, whatever its capital letters", async () => {
  expect(await resolver.resolve4("WWW.kampus.test")).toEqual(["172.20.1.2", "172.20.1.3"]);
  expect(await resolver.resolve6("www.kampus.test")).toEqual(["2001:db8::1"]);
});

it("knows the name of an address", async () => {
  expect(await resolver.reverse("172.20.1.3")).toEqual(["www.Kampus.test"]);
});

it("tells a name without such an address from no name at all", async () => {
  await expect(resolver.resolve6("lambat.test")).rejects.toMatchObject({ code: "ENODATA" });
  await expect(resolver.resolve4("hilang.test")).rejects.toMatchObject({ code: "ENOTFOUND" });
  await expect(resolver.reverse("172.20.1.9")).rejects.toMatchObject({ code: "ENOTFOUND" });
});

it("answers late, and asks for patience meanwhile", async () => {
  const before = late;
  expect(await resolver.resolve4("lambat.test")).toEqual(["172.20.1.4"]);
  expect(late).toBeGreaterThan(before);
});

it("never answers where it is to be silent", async () => {
  await expect(impatient.resolve4("diam.test")).rejects.toMatchObject({ code: "ETIMEOUT" });
});

it("answers over TCP, two questions in pieces", async () => {
  const question = dnsPacket.streamEncode({
    type: "query",
    id: 7,
    questions: [{ type: "A", name: "www.kampus.test" }],
  });
  const both = Buffer.concat([question, question]);
  const socket = net.connect(port, "127.0.0.1");
  socket.write(both.subarray(0, 5));
  socket.write(both.subarray(5));
  let received = Buffer.alloc(0);
  for await (const bytes of socket) {
    received = Buffer.concat([received, bytes as Buffer]);
    const first = received.length >= 2 ? 2 + received.readUInt16BE() : Number.POSITIVE_INFINITY;
    if (received.length < 2 * first) continue;
    expect(dnsPacket.streamDecode(received.subarray(first)).answers).toHaveLength(2);
    break;
  }
});

it("survives what is no question", async () => {
  const socket = net.connect(port, "127.0.0.1");
  await new Promise<void>((done) => socket.end(Buffer.from([0, 3, 1, 2, 3]), done));
  expect(await resolver.resolve4("www.kampus.test")).toHaveLength(2);
});
