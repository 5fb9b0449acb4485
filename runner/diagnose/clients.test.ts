import { expect, it } from "vitest";
import {
  blockedAt,
  diagnose,
  event,
  failedWith,
  failureOf,
  madeConversation,
  madeEvidence,
} from "../../tests/support/made-evidence.ts";
import { keepBytes } from "../wire/keep-bytes.ts";
import type { Evidence } from "./evidence.ts";

const code = (evidence: Evidence) => diagnose(evidence)?.code ?? null;

it("does not call a server that took in several clients one that serves one at a time", () => {
  const taken = { accepted: true, unreadBytes: 0 };
  const carol = madeConversation("carol", ["hi"], []);
  const evidence = failedWith("no-reply", carol, {
    conversations: [madeConversation("alice", [], [], { taken }), madeConversation("bob", [], [], { taken }), carol],
    blocked: [blockedAt("recv", "alice", 4), blockedAt("recv", "bob", 5)],
  });
  expect(code(evidence)).toBeNull();
});

it("finds the client that nobody could accept", () => {
  const evidence = madeEvidence({
    failure: { ...failureOf("not-accepted", "carol"), facts: { address: "127.0.0.1", port: 5000 } },
    conversations: [madeConversation("alice", []), madeConversation("bob", [])],
    blocked: [blockedAt("recv", "alice")],
  });
  expect(code(evidence)).toBe("one-at-a-time");
});

it("finds the client that a proxy does not accept, where the server to be asked waits in vain", () => {
  const asked = (accepted: boolean) => {
    const bob = madeConversation("bob", ["GET /"], [], { taken: { accepted, unreadBytes: 5 } });
    return madeEvidence({
      failure: failureOf("no-connection", "origin"),
      talk: "reply",
      conversations: [madeConversation("alice", []), bob],
      blocked: [blockedAt("recv", "alice")],
    });
  };
  expect(diagnose(asked(false))).toMatchObject({
    code: "one-at-a-time",
    saw: { en: expect.stringContaining("while bob waited to be accepted") },
  });
  expect(code(asked(true))).toBeNull();
});

it("knows a thread that is waited for before the next client is accepted", () => {
  const joined = [blockedAt("lock", "other", null), blockedAt("recv", "alice", 4)];
  const whenTaken = (accepted: boolean) => {
    const bob = madeConversation("bob", ["hi"], [], { taken: { accepted, unreadBytes: accepted ? 2 : 0 } });
    return diagnose(
      failedWith("no-reply", bob, { conversations: [madeConversation("alice", []), bob], blocked: joined }),
    );
  };
  expect(whenTaken(false)).toMatchObject({ code: "one-at-a-time", look: { en: expect.stringContaining("join()") } });
  expect(whenTaken(true)).toBeNull();
});

it("prefers the keyboard to the client that it holds up, unless another thread serves", () => {
  const bob = madeConversation("bob", ["hi"]);
  const conversations = [madeConversation("alice", ["hi"], ["hi"]), bob];
  const transcript = [event("alice", "closed")];
  const keyboard = blockedAt("read", "keyboard", 0);
  expect(code(failedWith("no-reply", bob, { conversations, transcript, blocked: [keyboard] }))).toBe(
    "waits-for-keyboard",
  );
  const serving = [keyboard, blockedAt("accept", "listening", 3)];
  expect(code(failedWith("no-reply", bob, { conversations, transcript, blocked: serving }))).toBeNull();
});

const reply = "こんにちは、世界";
const inPieces = (sizes: readonly number[]) => {
  const bytes = Buffer.from(reply);
  let at = 0;
  return sizes.map((size) => {
    at += size;
    return bytes.subarray(at - size, at);
  });
};

function clientThatClosedAfter(pieces: number, sizes: readonly number[]): Evidence {
  const sent = inPieces(sizes);
  const events = sent.map((piece) => ({ ...event("bob", "sent"), bytes: { length: piece.length, head: "" } }));
  return madeEvidence({
    kind: "client",
    failure: failureOf("no-output", "client"),
    conversations: [madeConversation("bob", sent, [reply], { end: "orderly" })],
    transcript: [...events.slice(0, pieces), event("bob", "ended"), ...events.slice(pieces)],
    exit: { status: 0, limit: null, leftBehind: 0 },
    output: { stdout: Buffer.concat(sent.slice(0, pieces)).toString(), stderr: "" },
  });
}

it("tells a client that counts characters from one that reads once", () => {
  expect(code(clientThatClosedAfter(2, [4, 8, 12]))).toBe("counts-characters");
  expect(code(clientThatClosedAfter(1, [8, 8, 8]))).toBe("counts-characters");
  expect(code(clientThatClosedAfter(1, [12, 12]))).toBe("reads-once");
  expect(code(clientThatClosedAfter(3, [8, 8, 8]))).toBe("prints-nothing");
});

it("finds the client that read once also where more came before it asked again", () => {
  const bob = madeConversation("bob", ["K", "o", "p", "i"], ["Kopi"]);
  const [asked, sent] = [event("client", "stdout"), event("bob", "sent")];
  const printed = (reply: string) =>
    madeEvidence({
      kind: "client",
      failure: failureOf("no-output", "client"),
      conversations: [bob],
      transcript: [
        { ...asked, bytes: keepBytes(Buffer.from("Hi\nYou: ")) },
        event("client", "typed"),
        sent,
        sent,
        asked,
        sent,
        sent,
      ],
      blocked: [blockedAt("read", "keyboard", 0)],
      output: { stdout: `Hi\nYou: Reply: ${reply}\nYou: `, stderr: "" },
    });
  expect(code(printed("K"))).toBe("reads-once");
  expect(code(printed("Ko"))).toBeNull();
  expect(code(printed("K\no"))).toBeNull();
});

it("finds the client that drops the halves of characters", () => {
  const text = "Kopi \u2615 panas";
  const bob = madeConversation(
    "bob",
    [...Buffer.from(text)].map((byte) => Buffer.of(byte)),
    [text],
  );
  const printed = (stdout: string) =>
    madeEvidence({
      kind: "client",
      failure: failureOf("no-output", "client"),
      conversations: [bob],
      output: { stdout, stderr: "" },
    });
  expect(code(printed("Reply: Kopi  panas\n"))).toBe("splits-characters");
  expect(code(printed("Reply: Kopi \n"))).toBeNull();
});

it("finds the client that waited for a reply and ends without a word", () => {
  const bob = madeConversation("bob", [], ["halo"]);
  const ended = (afterMs: number, sent: string[] = []) =>
    madeEvidence({
      kind: "client",
      failure: failureOf("no-output", "client", { facts: { words: "any" } }),
      conversations: [{ ...bob, sent: sent.map((text) => Buffer.from(text)) }],
      transcript: [event("bob", "received"), { ...event("client", "exited"), atMs: afterMs }],
      exit: { status: 0, limit: null, leftBehind: 0 },
    });
  expect(code(ended(3000))).toBe("silent-error");
  expect(code(ended(3000, ["halo"]))).toBeNull();
  expect(code(ended(20))).toBeNull();
});

it("does not take a crash without a word for an error that was kept quiet", () => {
  const ended = (status: number) =>
    code(
      madeEvidence({
        kind: "program",
        failure: failureOf("no-message", "info"),
        exit: { status, limit: null, leftBehind: 0 },
      }),
    );
  expect(ended(139)).toBe("crashed");
  expect(ended(1)).toBe("silent-error");
});

it("finds the client that got what another had sent", () => {
  const bob = madeConversation("bob", ["Hello from bob"]);
  const stolen = madeConversation("alice", ["Hello from alice"], ["Hello from alice", "Hello from bob"]);
  expect(code(failedWith("no-reply", bob, { conversations: [stolen, bob] }))).toBe("answers-wrong-sender");
  const fair = madeConversation("alice", ["Hello from alice"], ["Hello from alice"]);
  expect(code(failedWith("no-reply", bob, { conversations: [fair, bob] }))).toBeNull();
});

it("does not blame a thread's error for what a client of another thread waits for", () => {
  const output = { stdout: "", stderr: "Traceback (most recent call last):\n  File\nConnectionResetError: reset\n" };
  const bob = madeConversation("bob", ["hi"], [], { taken: { accepted: true, unreadBytes: 0 } });
  const about = { output, conversations: [madeConversation("alice", []), bob] };
  const transcript = [event("alice", "reset-sent")];
  const reading = [blockedAt("recv", "bob")];
  expect(code(failedWith("no-reply", bob, { ...about, transcript, blocked: reading }))).toBe("waits-for-more");
  expect(code(failedWith("no-reply", bob, { ...about, blocked: reading }))).toBe("crashed");
});

it("knows a refused fork by the line that called it", () => {
  const stderr =
    'Traceback (most recent call last):\n  File "server.py", line 3\n    pid = os.fork()\n          ^^^^^^^^^\nBlockingIOError: [Errno 11] Resource temporarily unavailable\n';
  const client = madeConversation("client-9", ["hi"], [], { end: "orderly" });
  const exit = { status: 1, limit: null, leftBehind: 0 };
  expect(code(failedWith("closed-early", client, { output: { stdout: "", stderr }, exit }))).toBe("process-limit");
});

it("blames the bytes that are not text, and not the client who suffers from them", () => {
  const conversations = [
    madeConversation("mallory", [Buffer.from([0xff, 0xfe])]),
    madeConversation("bob", ["Halo!"], [], { end: "reset" }),
  ];
  const stderr = "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte\n";
  const failure = failureOf("reset-early", "bob", { expected: Buffer.from("Pesan diterima!") });
  const diagnosis = diagnose(madeEvidence({ failure, conversations, output: { stdout: "", stderr } }));
  expect(diagnosis?.code).toBe("decodes-bytes");
  expect(diagnosis?.saw.en).toMatch(/^mallory sent bytes that are not text/);
  expect(diagnosis?.look.en).not.toContain("Send back");
});

it("does not call it closing early when an agreed sentence lacks its last character", () => {
  const about = { end: "orderly", endedByBoth: false } as const;
  const failure = failureOf("closed-early", "alice", { expected: Buffer.from("Pesan diterima!") });
  const answered = (answer: string[]) =>
    code(madeEvidence({ failure, conversations: [madeConversation("alice", ["Halo, server!"], answer, about)] }));
  expect(answered(["Pesan diterima"])).toBeNull();
  expect(answered([])).toBe("closes-early");
});

it("knows a server that goes on although bind() failed", () => {
  const failure = failureOf("no-exit", "server", { facts: { wanted: "error" } });
  const whenBlocked = (on: string) => code(madeEvidence({ failure, blocked: [blockedAt("accept", on, 3)] }));
  expect(whenBlocked("listening")).toBe("swallows-error");
  expect(whenBlocked("other")).toBeNull();
});
