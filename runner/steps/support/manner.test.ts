import { expect, it } from "vitest";
import { answersAlike, fitOf, standsIn, strictness } from "./manner.ts";

const sent = Buffer.from("Halo, server!\n");

it.each([
  ["sends it back", "Halo, server!\n", "exact"],
  ["adds a prefix", "Echo: Halo, server!\n", "alike"],
  ["answers in capitals", "HALO, SERVER!\n", "alike"],
  ["strips it", "Halo, server!", "alike"],
  ["answers something else", "Pesan diterima!", "any"],
  ["sends back a part", "Halo", "any"],
])("learns from a server that %s", (_, received, strict) => {
  expect(strictness({ sent, received: Buffer.from(received) })).toBe(strict);
});

it("finds a message between what a server adds to each piece of it", () => {
  const message = Buffer.from("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLM");
  expect(standsIn(message, Buffer.from("> abcdefghijklmnopqrstuvwxyz> 0123456789ABCDEFGHIJKLM"))).toBe(true);
  expect(standsIn(message, Buffer.from("> abcdefghijklmnopqrstuvwxyz> 0123456789"))).toBe(false);
});

it("takes answers for alike that differ in numbers alone", () => {
  const first = Buffer.from("[10:31] client 1: Halo");
  expect(answersAlike(Buffer.from("[10:32] client 12: Halo"), first)).toBe(true);
  expect(answersAlike(Buffer.from("[10:32] goodbye"), first)).toBe(false);
});

it("takes an answer for that to the message of which it holds most, whatever the server adds", () => {
  const manner = { sent, received: Buffer.from("Echo: Halo, server!"), times: 1 };
  const answer = Buffer.from("Echo: datagram 10");
  expect(fitOf(manner)(Buffer.from("datagram 10"), answer)).toBeGreaterThan(
    fitOf(manner)(Buffer.from("datagram 1"), answer) ?? 0,
  );
  expect(fitOf(manner)(Buffer.from("datagram 2"), answer)).toBeNull();
});
