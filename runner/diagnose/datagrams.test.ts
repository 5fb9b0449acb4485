import { expect, test } from "vitest";
import { blockedAt, failureOf, madeConversation, madeEvidence } from "../../tests/support/made-evidence.ts";
import { answersWrongSender } from "./answers-wrong-sender.ts";
import { busyLoop } from "./busy-loop.ts";
import { crashed } from "./crashed.ts";
import { diesOnEmpty } from "./dies-on-empty.ts";
import type { BlockedPlace, Evidence } from "./evidence.ts";
import { noTimeOut } from "./no-time-out.ts";
import { notListening } from "./not-listening.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { oneClientOnly } from "./one-client-only.ts";
import { truncates } from "./truncates.ts";
import { wrongPort } from "./wrong-port.ts";

function udp(given: Partial<Evidence>): Evidence {
  return madeEvidence({ transport: "udp", ...given });
}

const ended = { status: 0, limit: null, leftBehind: 0 };

test("an echo that reached another sender tells whose it was", () => {
  const conversations = [
    madeConversation("alice", ["satu"], ["satu", "dua dari bob"]),
    madeConversation("bob", ["dua dari bob"]),
  ];
  const finding = answersWrongSender.find(udp({ failure: failureOf("no-reply", "bob"), conversations }));
  expect(finding?.saw.en).toContain("sent alice a datagram that bob had sent");
});

test("where all answers are alike, their number tells who got the other's", () => {
  const conversations = [madeConversation("alice", ["a"], ["ok", "ok"]), madeConversation("bob", ["b"])];
  const finding = answersWrongSender.find(udp({ failure: failureOf("no-reply", "bob"), conversations }));
  expect(finding?.saw.en).toBe("alice sent 1 and got 2 answers, while bob sent 1 and got 0 answers.");
});

test("the two ends of a relay are not two clients", () => {
  const conversations = [
    madeConversation("line-to-client", ["ack"], ["data", "data"]),
    madeConversation("line-to-server", ["data", "data"], ["ack"]),
  ];
  expect(answersWrongSender.find(udp({ failure: failureOf("no-reply", "bob"), conversations }))).toBeNull();
});

test("doubled answers are nobody else's", () => {
  const conversations = [madeConversation("alice", ["a"], ["ok", "ok"]), madeConversation("bob", ["b"], ["ok", "ok"])];
  expect(answersWrongSender.find(udp({ failure: failureOf("not-silent", "bob"), conversations }))).toBeNull();
});

test("a server that ends on an empty datagram is told so, one that answered it is not", () => {
  const silent = [madeConversation("alice", [""]), madeConversation("bob", ["halo"])];
  const failure = failureOf("no-reply", "bob");
  expect(diesOnEmpty.find(udp({ failure, conversations: silent, exit: ended }))?.saw.en).toContain("an empty datagram");
  const answered = [madeConversation("alice", [""], [""]), madeConversation("bob", ["halo"])];
  expect(diesOnEmpty.find(udp({ failure, conversations: answered, exit: ended }))).toBeNull();
});

test("one answer and an end is a loop too few, with words about recvfrom instead of accept", () => {
  const conversations = [madeConversation("alice", ["a"], ["ok"]), madeConversation("bob", ["b"])];
  const failure = failureOf("no-reply", "bob");
  expect(oneClientOnly.find(udp({ failure, conversations, exit: ended }))?.idea?.en).toContain("recvfrom()");
  expect(oneClientOnly.find(udp({ failure, conversations }))).toBeNull();
});

test("the beginning of a datagram is a buffer too small", () => {
  const conversations = [madeConversation("alice", ["x".repeat(2000)], ["x".repeat(1024)])];
  const finding = truncates.find(udp({ failure: failureOf("reply-differs", "alice"), conversations }));
  expect(finding?.saw.en).toMatch(/1\s024 of 2\s000 bytes of alice's datagram/);
});

test("a client that asked and waits for ever lacks a timeout; one that never asked lacks more", () => {
  const blocked = [blockedAt("recv", "datagrams", 3)];
  const failure = failureOf("no-output", "client", { facts: { gaveUp: "stuck" } });
  const waiting = { kind: "client", failure, blocked, conversations: [madeConversation("bob", [], ["halo"])] } as const;
  const asked = [{ atMs: 1, who: "bob", kind: "received" }] as const;
  expect(noTimeOut.find(udp({ ...waiting, transcript: asked }))?.saw.en).toContain(
    "blocked in recv() for a datagram (fd 3)",
  );
  expect(noTimeOut.find(udp({ ...waiting, transcript: [] }))).toBeNull();
  const both: BlockedPlace = { ...blockedAt("poll", "other", 3), fd: null, orKeyboard: true };
  for (const forItsUser of [[...blocked, blockedAt("read", "keyboard", 0)], [both]]) {
    expect(noTimeOut.find(udp({ ...waiting, transcript: asked, blocked: forItsUser }))).toBeNull();
  }
});

test("a socket that was connected to one sender is no accept that came too late", () => {
  const conversations = [madeConversation("alice", ["a"], ["a"]), madeConversation("bob", ["b"])];
  const blocked = [blockedAt("recv", "alice", 3)];
  const evidence = udp({
    failure: { ...failureOf("replies-missing", "bob"), facts: { came: 0, sent: 1, least: 1 } },
    conversations,
    blocked,
  });
  expect(oneClientOnly.find(evidence)?.saw.en).toContain("its socket was connected to alice");
  expect(oneAtATime.find(udp({ failure: failureOf("no-reply", "bob"), conversations, blocked }))).toBeNull();
});

test("a server without a UDP socket is told of bind, not of listen", () => {
  const finding = notListening.find(udp({ failure: failureOf("not-listening", "server") }));
  expect(finding?.saw.en).toContain("waited for datagrams (UDP)");
  expect(finding?.idea?.en).toContain("there is no listen and no accept");
  const atOnce = notListening.find(
    udp({ failure: failureOf("exited-early", "server"), exit: { ...ended, status: 0 } }),
  );
  expect(atOnce?.look?.en).toContain("the loop around recvfrom()");
});

test("a server that burns the processor is not told that an empty datagram ends anything", () => {
  const failure = failureOf("no-reply", "bob", { facts: { gaveUp: "computes" } });
  expect(busyLoop.find(udp({ failure }))?.look?.en).toContain("An empty datagram is a message");
});

test("an error that was caught, printed and ended the server all the same was not left unhandled", () => {
  const output = { stdout: "", stderr: "java.io.IOException: gone\n\tat Server.main(Server.java:16)\n" };
  const said = (status: number) => crashed.find(udp({ output, exit: { ...ended, status } }))?.saw.en;
  expect(said(0)).toContain("ended with status 0 after an error: ");
  expect(said(1)).toContain("that nothing handled");
});

test("an answer from the port that was asked is another fault than one from elsewhere", () => {
  const from = (port: number) => ({
    ...failureOf("reply-from-elsewhere", "alice"),
    facts: { asked: 5000, from: port },
  });
  expect(wrongPort.find(udp({ failure: from(6000) }))?.look?.en).toContain("that received the question");
  expect(wrongPort.find(udp({ failure: from(5000) }))?.look?.en).toContain("a new socket for each request");
});
