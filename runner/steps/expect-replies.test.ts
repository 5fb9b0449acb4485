import { expect, test } from "vitest";
import { Transcript } from "../wire/transcript.ts";
import { UdpPeer } from "../wire/udp-peer.ts";
import { expectReplies } from "./expect-replies.ts";
import type { StepContext } from "./step-context.ts";

/** A peer that sent some datagrams and got others back, in a test where nothing more will come. */
async function play(sent: string[], received: string[], step: object = {}) {
  const peer = await UdpPeer.open("alice", ["127.0.0.1"], 0, new Transcript());
  const datagrams = received.map((text) => ({ bytes: Buffer.from(text), from: { address: "", port: 0 } }));
  peer.outbox.push(...sent.map((text) => Buffer.from(text)));
  peer.datagrams.push(...(datagrams as unknown as typeof peer.datagrams));
  const gaveUp = { why: "stuck", blocked: [], waitedMs: 0, limitMs: 0 };
  const context = {
    peers: new Map([["alice", peer]]),
    until: async (condition: () => unknown) => {
      const value = condition();
      return value === undefined ? { gaveUp } : { value };
    },
  };
  const failure = await expectReplies.play({ at: "alice", ...step }, context as unknown as StepContext);
  await peer.discard();
  return failure;
}

test("takes the datagrams in any order", async () => {
  expect(await play(["satu", "dua", ""], ["", "dua", "satu"])).toBeNull();
});

test("misses those that did not come, unless enough did", async () => {
  const failure = { code: "replies-missing", facts: { came: 1, sent: 2, least: 2 } };
  expect(await play(["satu", "dua"], ["dua"])).toMatchObject(failure);
  expect(await play(["satu", "dua"], ["dua"], { least: 1 })).toBeNull();
});

test("takes rates of what was sent for numbers", async () => {
  const four = ["satu", "dua", "tiga", "empat"];
  expect(await play(four, ["dua", "tiga"], { least: "50%", most: "75%" })).toBeNull();
  expect(await play(four, ["dua"], { least: "50%" })).toMatchObject({ facts: { came: 1, sent: 4, least: 2 } });
  expect(await play(four, four, { most: "75%" })).toMatchObject({ code: "too-many-replies", facts: { most: 3 } });
});

test("refuses a second answer to the same datagram, but not two that are alike", async () => {
  expect(await play(["satu"], ["satu", "satu"])).toMatchObject({ code: "answered-twice" });
  expect(await play(["satu", "satu"], ["satu", "satu"])).toBeNull();
});

test("refuses a datagram that nobody sent, next to the one that was due", async () => {
  const failure = { code: "reply-differs", expected: { length: 3 }, actual: { length: 7 } };
  expect(await play(["satu", "dua"], ["satu", "satudua"])).toMatchObject(failure);
});
