import { afterEach, expect, it } from "vitest";
import { FakeRun, gaveUp } from "../../tests/support/fake-run.ts";
import { expectServed } from "./expect-served.ts";

let run: FakeRun;
afterEach(() => run.end());

async function play(learnt: { sent: string; received: string }, sent: string, answer: string) {
  run = new FakeRun();
  run.learnt.push({ sent: Buffer.from(learnt.sent), received: Buffer.from(learnt.received), times: 1 });
  const { peer, line } = run.stream();
  await peer.send(Buffer.from(sent), null);
  if (answer) line.sends(answer);
  return expectServed.play("alice", run);
}

const echoes = { sent: "hi\n", received: "hi\n" };
const shouts = { sent: "hi\n", received: "YOU SAID HI\n" };
const thanks = { sent: "hi\n", received: "thank you\n" };

it.each([
  ["exactly its bytes by a server that sent those back", echoes, "Halo"],
  ["an answer that holds them by one whose first answer did", shouts, "you said HALO\n"],
  ["any answer by one whose first had nothing of them", thanks, "good bye\n"],
])("takes %s", async (_, learnt, answer) => {
  expect(await play(learnt, "Halo", answer)).toBeNull();
});

it("fails what is not in that way, and silence", async () => {
  expect(await play(echoes, "Halo", "HALO")).toMatchObject({ code: "reply-differs" });
  expect(await play(shouts, "Halo", "you said nothing\n")).toMatchObject({ code: "reply-incomplete", gaveUp });
  expect(await play(thanks, "Halo", "")).toMatchObject({ code: "no-reply", expected: { length: 4 }, gaveUp });
});

it("takes each datagram by itself, as often as the first was answered", async () => {
  run = new FakeRun();
  run.learnt.push({ sent: Buffer.from("hi"), received: Buffer.from("hi"), times: 2 });
  const { peer, hear } = await run.datagrams();
  peer.outbox.push(Buffer.from("satu"));
  for (const text of ["satu", "satu"]) hear(text);
  expect(await expectServed.play("alice", run)).toBeNull();
  peer.outbox.push(Buffer.from("dua"));
  for (const text of ["dua", "dua", "dua"]) hear(text);
  expect(await expectServed.play("alice", run)).toMatchObject({ code: "answered-twice" });
});

it("is the lab's fault where nothing was learnt", async () => {
  run = new FakeRun();
  run.stream();
  await expect(expectServed.play("alice", run)).rejects.toThrow("a learn step must come first");
});
