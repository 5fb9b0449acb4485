import { expect, test } from "vitest";
import { answersWrongSender } from "./answers-wrong-sender.ts";
import { diesOnEmpty } from "./dies-on-empty.ts";
import type { Evidence } from "./evidence.ts";
import { failureOf, madeConversation, madeEvidence } from "./made-evidence.ts";
import { noTimeOut } from "./no-time-out.ts";
import { oneClientOnly } from "./one-client-only.ts";
import { truncates } from "./truncates.ts";

function udp(given: Partial<Evidence>): Evidence {
  return madeEvidence({ transport: "udp", ...given });
}

const ended = { status: 0, limit: null, leftBehind: 0 };

test("an echo that reached another sender tells whose it was", () => {
  const conversations = [
    madeConversation("alice", ["satu"], ["satu", "dua dari bob"]),
    madeConversation("bob", ["dua dari bob"]),
  ];
  const finding = answersWrongSender(udp({ failure: failureOf("no-reply", "bob"), conversations }));
  expect(finding?.saw.en).toContain("sent alice a datagram that bob had sent");
});

test("where all answers are alike, their number tells who got the other's", () => {
  const conversations = [madeConversation("alice", ["a"], ["ok", "ok"]), madeConversation("bob", ["b"])];
  const finding = answersWrongSender(udp({ failure: failureOf("no-reply", "bob"), conversations }));
  expect(finding?.saw.en).toBe("alice sent 1 and got 2 answers, while bob sent 1 and got 0 answers.");
});

test("doubled answers are nobody else's", () => {
  const conversations = [madeConversation("alice", ["a"], ["ok", "ok"]), madeConversation("bob", ["b"], ["ok", "ok"])];
  expect(answersWrongSender(udp({ failure: failureOf("not-silent", "bob"), conversations }))).toBeNull();
});

test("a server that ends on an empty datagram is told so, one that answered it is not", () => {
  const silent = [madeConversation("alice", [""]), madeConversation("bob", ["halo"])];
  const failure = failureOf("no-reply", "bob");
  expect(diesOnEmpty(udp({ failure, conversations: silent, exit: ended }))?.saw.en).toContain("an empty datagram");
  const answered = [madeConversation("alice", [""], [""]), madeConversation("bob", ["halo"])];
  expect(diesOnEmpty(udp({ failure, conversations: answered, exit: ended }))).toBeNull();
});

test("one answer and an end is a loop too few, with words about recvfrom instead of accept", () => {
  const conversations = [madeConversation("alice", ["a"], ["ok"]), madeConversation("bob", ["b"])];
  const failure = failureOf("no-reply", "bob");
  expect(oneClientOnly(udp({ failure, conversations, exit: ended }))?.idea?.en).toContain("recvfrom()");
  expect(oneClientOnly(udp({ failure, conversations }))).toBeNull();
});

test("the beginning of a datagram is a buffer too small", () => {
  const conversations = [madeConversation("alice", ["x".repeat(2000)], ["x".repeat(1024)])];
  const finding = truncates(udp({ failure: failureOf("reply-differs", "alice"), conversations }));
  expect(finding?.saw.en).toMatch(/1\s024 of 2\s000 bytes of alice's datagram/);
});

test("a client that asked and waits for ever lacks a time-out; one that never asked lacks more", () => {
  const blocked = [{ call: "recv", on: "datagrams", fd: 3 }];
  const failure = failureOf("no-output", "client", { facts: { gaveUp: "stuck" } });
  const waiting = { kind: "client", failure, blocked, conversations: [madeConversation("bob", [], ["halo"])] } as const;
  const asked = [{ atMs: 1, who: "bob", kind: "received" }] as const;
  expect(noTimeOut(udp({ ...waiting, transcript: asked }))?.saw.en).toContain(
    "blocked in recv() for a datagram (fd 3)",
  );
  expect(noTimeOut(udp({ ...waiting, transcript: [] }))).toBeNull();
});
