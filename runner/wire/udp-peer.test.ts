import { afterEach, expect, test } from "vitest";
import { DisturbedLine } from "./disturbance.ts";
import { Transcript } from "./transcript.ts";
import { UdpPeer } from "./udp-peer.ts";

const transcript = new Transcript();
const peers: UdpPeer[] = [];
afterEach(async () => {
  await Promise.all(peers.splice(0).map((peer) => peer.discard()));
});

/** A server on a free port, and a client of it. */
async function pair(): Promise<{ bob: UdpPeer; alice: UdpPeer }> {
  const bob = await UdpPeer.open("bob", ["127.0.0.1"], 0, transcript);
  const alice = await UdpPeer.connect("alice", { address: "127.0.0.1", port: bob.localPort }, transcript);
  peers.push(bob, alice);
  return { bob, alice };
}

/** Resolves when so many datagrams wait at the peer. */
async function arrived(peer: UdpPeer, count: number): Promise<Buffer[]> {
  while (peer.datagrams.length < count) {
    await new Promise<void>((resolve) => {
      const unsubscribe = transcript.subscribe(() => {
        unsubscribe();
        resolve();
      });
    });
  }
  return peer.datagrams.map(({ bytes }) => bytes);
}

test("keeps datagrams apart, from the empty to the largest", async () => {
  const { bob, alice } = await pair();
  const sent = [Buffer.from("satu"), Buffer.alloc(0), Buffer.alloc(65_507, 7)];
  for (const bytes of sent) await alice.send(bytes);
  expect(await arrived(bob, 3)).toEqual(sent);
});

test("does not keep a flood that nobody takes", async () => {
  const flood = new Transcript();
  const bob = await UdpPeer.open("bob", ["127.0.0.1"], 0, flood);
  const alice = await UdpPeer.connect("alice", { address: "127.0.0.1", port: bob.localPort }, flood);
  peers.push(bob, alice);
  const large = Buffer.alloc(60_000);
  for (let sent = 0; sent < 600; sent++) {
    let events = 0;
    const isThere = new Promise<void>((resolve) => {
      const unsubscribe = flood.subscribe(() => {
        events += 1;
        if (events < 2) return;
        unsubscribe();
        resolve();
      });
    });
    await alice.send(large);
    await isThere;
  }
  expect(bob.datagrams.length * large.length).toBeLessThan(20 << 20);
  expect(bob.log.received.length * large.length).toBeLessThan(20 << 20);
});

test("answers the sender of the datagram taken last, each of two with their own", async () => {
  const { bob, alice } = await pair();
  const carol = await UdpPeer.connect("carol", { address: "127.0.0.1", port: bob.localPort }, transcript);
  peers.push(carol);
  expect(await bob.send(Buffer.from("to nobody"))).toBe(false);
  await alice.send(Buffer.from("from alice"));
  await arrived(bob, 1);
  await carol.send(Buffer.from("from carol"));
  await arrived(bob, 2);
  bob.take();
  await bob.send(Buffer.from("to alice"));
  bob.take();
  await bob.send(Buffer.from("to carol"));
  expect(await arrived(alice, 1)).toEqual([Buffer.from("to alice")]);
  expect(await arrived(carol, 1)).toEqual([Buffer.from("to carol")]);
});

test("sends back each datagram that it took, to its own sender", async () => {
  const { bob, alice } = await pair();
  await alice.send(Buffer.from("satu"));
  await alice.send(Buffer.from("dua"));
  await arrived(bob, 2);
  bob.take();
  bob.take();
  await bob.sendBack();
  expect(await arrived(alice, 2)).toEqual([Buffer.from("satu"), Buffer.from("dua")]);
});

test("lets a stranger write from an address and a port of its own", async () => {
  const { bob, alice } = await pair();
  expect(await UdpPeer.intrude("mallory", bob, transcript)).toBeNull();
  await alice.send(Buffer.from("halo"));
  await arrived(bob, 1);
  bob.take();
  const mallory = (await UdpPeer.intrude("mallory", bob, transcript)) as UdpPeer;
  peers.push(mallory);
  await mallory.send(Buffer.from("psst"));
  await arrived(alice, 1);
  expect(alice.datagrams[0]).toMatchObject({ bytes: Buffer.from("psst"), from: { port: mallory.localPort } });
  expect(mallory.localPort).not.toBe(bob.localPort);
});

test("loses the first datagram and doubles the others when its line does", async () => {
  const { bob, alice } = await pair();
  const disturbance = { loseFirst: 1, lose: 0, duplicate: 1, delayMs: [0, 0] } as const;
  bob.disturb({ in: new DisturbedLine(disturbance, () => 0.5) });
  await alice.send(Buffer.from("satu"));
  await alice.send(Buffer.from("dua"));
  expect(await arrived(bob, 2)).toEqual([Buffer.from("dua"), Buffer.from("dua")]);
  expect(bob.lost).toBe(1);
  expect(transcript.events.filter(({ kind }) => kind === "lost")).toHaveLength(1);
});

test("announces what it delays until that has arrived", async () => {
  const { bob, alice } = await pair();
  const deliveries: Promise<void>[] = [];
  const during = (delivery: Promise<void>) => {
    deliveries.push(delivery);
    return delivery;
  };
  const late = [20, 0];
  const disturbance = { loseFirst: 0, lose: 0, duplicate: 0, delayMs: [0, 1] } as const;
  const line = new DisturbedLine(disturbance, () => 0, during);
  line.next = () => [late.shift() ?? 0];
  alice.disturb({ out: line });
  await alice.send(Buffer.from("slow"));
  await alice.send(Buffer.from("quick"));
  await Promise.all(deliveries);
  expect(await arrived(bob, 2)).toEqual([Buffer.from("quick"), Buffer.from("slow")]);
  expect(deliveries).toHaveLength(1);
});

test("hears nothing more once it is closed", async () => {
  const { bob, alice } = await pair();
  await bob.close();
  expect(await alice.send(Buffer.from("halo"))).toBe(true);
  expect(bob.datagrams).toEqual([]);
  expect(bob.localPort).toBe(0);
});
