import { expect, it } from "vitest";
import {
  blockedAt,
  diagnose,
  event,
  failureOf,
  madeConversation,
  madeEvidence,
  madeFiles,
} from "../../tests/support/made-evidence.ts";
import { firstDifference } from "../wire/difference.ts";
import { keepBytes } from "../wire/keep-bytes.ts";
import type { Evidence } from "./evidence.ts";

/** Evidence of a reply that differs from the expected one. */
function differing(due: Buffer | string, came: Buffer | string, given: Partial<Evidence> = {}): Evidence {
  const [expected, actual] = [Buffer.from(due), Buffer.from(came)];
  const difference = { offset: firstDifference(expected, actual), windowStart: 0, expected: "", actual: "" };
  const failure = { ...failureOf("reply-differs", "alice", { expected }), actual: keepBytes(actual), difference };
  return madeEvidence({
    talk: "reply",
    failure,
    conversations: [madeConversation("alice", ["ask\n"], [actual])],
    ...given,
  });
}

const sending = { files: madeFiles({ "server.py": "conn.sendall(data)\n" }) };
const told = (evidence: Evidence) => diagnose(evidence)?.code ?? null;

it("takes a number for swapped only where the same bytes come the other way round", () => {
  expect(told(differing(Buffer.from([0, 0, 0, 0, 16]), Buffer.from([0, 16, 0, 0, 0])))).toBe("byte-order");
  expect(told(differing(Buffer.from([1, 2]), Buffer.from([2, 1])))).toBe("byte-order");
  expect(told(differing(Buffer.from([0, 0, 0, 0, 16]), Buffer.from([0, 17, 0, 0, 0])))).toBeNull();
  expect(told(differing(Buffer.from([0, 1, 0, 9]), Buffer.from([0, 1, 0, 7])))).toBeNull();
});

it("takes words for nearly the agreed ones, and neither numbers nor another answer", () => {
  expect(told(differing("Pesan diterima!", "pesan diterima"))).toBe("other-words");
  expect(told(differing("Pesan diterima!", "Tidak ada"))).toBeNull();
  expect(told(differing("42", "43"))).toBeNull();
  const pieces = { conversations: [madeConversation("ann", ["in s", "mall pieces\n"]), madeConversation("alice", [])] };
  expect(told(differing("ann: in small pieces", "ann: in s", pieces))).toBe("reads-once");
});

it("takes a newline for that of a line only behind a word that was sent, and not at the end", () => {
  const asked = (came: string) => ({ conversations: [madeConversation("alice", ["ben\n"], [came])] });
  expect(told(differing("* ben joined", "* ben\n joined", asked("* ben\n joined\n")))).toBe("keeps-newline");
  expect(told(differing("* joined: ben", "* joins: ben", asked("* joins: ben\n")))).toBeNull();
  expect(told(differing("* ben joined", "* cyn\n joined", asked("* cyn\n joined\n")))).toBeNull();
});

it("says who should have spoken first only while nobody has said a word", () => {
  const waiting = (kind: "server" | "client", given: Partial<Evidence> = {}) =>
    madeEvidence({
      kind,
      failure: failureOf(kind === "server" ? "no-reply" : "no-message-sent", "alice"),
      talk: kind === "server" ? "greeting" : "echo",
      conversations: [madeConversation("alice", [], [], { taken: { accepted: true, unreadBytes: 0 } })],
      blocked: [blockedAt("recv", "alice")],
      ...sending,
      ...given,
    });
  expect(told(waiting("client"))).toBe("waits-first");
  expect(told(waiting("server"))).toBe("waits-first");
  expect(told(waiting("server", { talk: "reply" }))).toBeNull();
  expect(told(waiting("client", { conversations: [madeConversation("alice", ["hi"])] }))).toBeNull();
  expect(told(waiting("client", { blocked: [blockedAt("read", "keyboard", 0)] }))).not.toBe("waits-first");
});

it("says that a connection was left alone only where nothing of it was read and no error tells why", () => {
  const left = (unreadBytes: number, given: Partial<Evidence> = {}) =>
    madeEvidence({
      conversations: [madeConversation("alice", ["Halo"], [], { taken: { accepted: true, unreadBytes } })],
      blocked: [blockedAt("accept", "listening", 3)],
      ...sending,
      ...given,
    });
  expect(told(left(4))).toBe("leaves-waiting");
  expect(told(left(0))).not.toBe("leaves-waiting");
  expect(told(left(4, { blocked: [blockedAt("accept", "listening", 3), blockedAt("recv", "alice")] }))).not.toBe(
    "leaves-waiting",
  );
  const others = { conversations: [...left(4).conversations, madeConversation("bob", ["hi"])] };
  const serving = { ...others, blocked: [blockedAt("accept", "listening", 3), blockedAt("recv", "bob", 5)] };
  expect(told(left(4, serving))).not.toBe("leaves-waiting");
  const stderr =
    'Traceback (most recent call last):\n  File "server.py", line 1, in f\nZeroDivisionError: division by zero\n';
  expect(told(left(4, { output: { stdout: "", stderr } }))).toBe("crashed");
});

it("knows bytes that were printed as numbers, and no others", () => {
  const printed = (stdout: string) =>
    madeEvidence({
      kind: "client",
      failure: failureOf("no-output", "client"),
      conversations: [madeConversation("bob", ["HALO"], ["halo"])],
      output: { stdout, stderr: "" },
      exit: { status: 0, limit: null, leftBehind: 0 },
    });
  for (const shown of ["<Buffer 48 41 4c 4f>", "[72 65 76 79]", "[72, 65, 76, 79]", "[B@1b2c6ec2"])
    expect(told(printed(`got ${shown}\n`))).toBe("prints-raw-bytes");
  expect(told(printed("<Buffer 68 61 6c 6f>\n"))).not.toBe("prints-raw-bytes");
});

it("says that nothing was printed only where nothing came after the message", () => {
  const silent = (...after: string[]) =>
    madeEvidence({
      kind: "client",
      failure: failureOf("no-output", "client"),
      conversations: [madeConversation("bob", ["HALO"], ["halo"])],
      transcript: [
        event("client", "stdout", "Message: "),
        event("bob", "sent", "HALO"),
        ...after.map((words) => event("client", "stdout", words)),
      ],
      exit: { status: 0, limit: null, leftBehind: 0 },
    });
  expect(told(silent())).toBe("prints-nothing");
  expect(told(silent("done\n"))).toBeNull();
  expect(diagnose(silent())?.look.en).toContain("Print what recv returned");
  const bytes = { ...silent(), conversations: [madeConversation("bob", [Buffer.from([0, 200, 1])], ["halo"])] };
  expect(diagnose(bytes)?.look.en).toContain("take out of the message");
  expect(told({ ...silent(), transcript: [event("bob", "ended"), event("bob", "sent", "HALO")] })).toBe("never-reads");
});

it("does not take a prompt or a farewell for something printed of the message", () => {
  const after = (...events: Parameters<typeof event>[]) =>
    diagnose(
      madeEvidence({
        kind: "client",
        failure: failureOf("no-output", "client"),
        conversations: [madeConversation("bob", ["HALO semua"], ["halo"])],
        transcript: [
          event("client", "stdout", "Hi\nMessage: "),
          event("client", "typed", "halo"),
          event("bob", "sent", "HALO semua"),
          ...events.map((each) => event(...each)),
        ],
      }),
    );
  const saw = (...events: Parameters<typeof event>[]) => after(...events)?.saw.en;
  expect(saw(["client", "stdout", "Message: "])).toContain("printed nothing after that but its prompt.");
  const signal: Parameters<typeof event> = ["client", "signal"];
  expect(saw(signal, ["client", "stdout", "Good bye\n"])).toContain("nothing after that but “Good bye” at its end.");
  expect(saw(["client", "stdout", "Message: none\n"])).toContain("and your client printed “none”.");
  expect(after(signal, ["client", "stdout", "48414c4f\n"])).toBeNull();
  expect(after(signal, ["client", "stdout", "It said HALO sem\n"])).toBeNull();
  expect(after(signal, ["client", "stderr", "Good bye\n"])).toBeNull();
});

it("says that a stranger was believed only where somebody else had been asked", () => {
  const believing = (asked: string[]) =>
    madeEvidence({
      kind: "client",
      transport: "udp",
      failure: failureOf("no-output", "client"),
      conversations: [madeConversation("bob", ["bob's"], asked), madeConversation("mallory", ["mallory's"])],
      output: { stdout: "mallory's\n", stderr: "" },
      exit: { status: 0, limit: null, leftBehind: 0 },
    });
  expect(told(believing(["Halo"]))).toBe("believes-strangers");
  expect(told(believing([]))).not.toBe("believes-strangers");
});

it("says that a client asks once only where a datagram was lost and it ended", () => {
  const once = (kind: "lost" | "received", exit: Evidence["exit"]) =>
    madeEvidence({
      kind: "client",
      transport: "udp",
      failure: failureOf("no-message-sent", "bob"),
      conversations: [madeConversation("bob", [])],
      transcript: [event("bob", kind, "Halo")],
      exit,
    });
  const ended = { status: 0, limit: null, leftBehind: 0 };
  expect(told(once("lost", ended))).toBe("asks-once");
  expect(told(once("lost", null))).not.toBe("asks-once");
  expect(told(once("received", ended))).not.toBe("asks-once");
});

it("speaks of the other transport only where the source has nothing of the one that is asked for", () => {
  const deaf = (source: string) =>
    madeEvidence({ failure: failureOf("not-listening", "server"), files: madeFiles({ "server.py": source }) });
  const datagrams = "s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\ns.bind(a)\n";
  expect(told(deaf(datagrams))).toBe("wrong-transport");
  expect(told(deaf(`${datagrams}t = socket.socket()\nt.listen()\n`))).toBe("not-listening");
});
