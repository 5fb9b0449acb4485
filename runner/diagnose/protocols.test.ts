import { expect, it } from "vitest";
import {
  blockedAt,
  diagnose,
  event,
  failureOf,
  madeConversation,
  madeEvidence,
  madeFiles,
  told,
} from "../../tests/support/made-evidence.ts";
import { firstDifference } from "../wire/difference.ts";
import { keepBytes } from "../wire/keep-bytes.ts";
import type { Evidence } from "./evidence.ts";

/** Something came that does not match, or differs from what was due. */
function wrong(due: RegExp | string | Buffer, came: string | Buffer, given: Partial<Evidence> = {}): Evidence {
  const actual = Buffer.from(came);
  const kept = { actual: keepBytes(actual) };
  const failure = () => {
    if (due instanceof RegExp) return { ...failureOf("no-match", "bob", { facts: { pattern: due.source } }), ...kept };
    const expected = Buffer.from(due);
    const difference = { offset: firstDifference(expected, actual), windowStart: 0, expected: "", actual: "" };
    return { ...failureOf("reply-differs", "bob", { expected }), ...kept, difference };
  };
  const conversations = [madeConversation("bob", [], [actual])];
  return madeEvidence({ talk: "reply", failure: failure(), conversations, ...given });
}

it("says that \\r is missing only where nothing else is wrong", () => {
  const name = "line-endings";
  expect(told(wrong(/^MAIL FROM:<a>\r\n$/, "MAIL FROM:<a>\n"))).toBe(name);
  expect(told(wrong(/^MAIL FROM:<a>\r\n$/, "MAIL FROM:<b>\n"))).toBeNull();
  expect(told(wrong(/^MAIL FROM:<a>\r\n$/, "MAIL FROM:<a>\r"))).toBeNull();
  const half = (head: string) =>
    madeEvidence({
      talk: "reply",
      failure: { ...failureOf("http-incomplete", "bob"), facts: { what: "head" } },
      conversations: [madeConversation("bob", ["GET / HTTP/1.1\r\n\r\n"], [head])],
    });
  expect(told(half("HTTP/1.1 200 OK\nContent-Length: 2\n\nhi"))).toBe(name);
  expect(told(half("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n"))).toBe("http-answer: No empty line after the header");
  expect(told(half("hello\n\n"))).toBe("http-answer: No status line");
});

it("knows what languages put around the agreed words", () => {
  const words = /^Pesan diterima!\r?\n?$/;
  expect(told(wrong(words, "Pesan diterima!\0"))).toBe("extra-bytes: Sends the string's zero byte");
  expect(told(wrong(words, "\0\x0fPesan diterima!"))).toBe("extra-bytes: Sends a length before the text");
  expect(told(wrong(words, "\0\x0ePesan diterima!"))).toBeNull();
  expect(told(wrong("Pesan diterima!", "b'Pesan diterima!'"))).toBe("wrong-bytes: Bytes written as b'...'");
  expect(told(wrong("Pesan diterima!", "b'Pesan lain'"))).toBeNull();
});

it("says that a format names no order only where turning its numbers round makes them right", () => {
  const query = (letters: string) => ({
    files: madeFiles({ "server.py": `head = struct.pack("${letters}", 1, 2)\nq = struct.pack("${letters}", 1, 1)\n` }),
  });
  const zero = "\\x00";
  const [one, two] = ["\\x01", "\\x02"];
  const due = new RegExp(`^${zero}${one}${zero}${two}www${zero}${one}${zero}${one}$`);
  expect(told(wrong(due, "\x01\0\x02\0www\x01\0\x01\0", query("HH")))).toBe("byte-order");
  expect(told(wrong(due, "\x01\0\x02\0www\x01\0\x01\0", query("!HH")))).toBeNull();
  expect(told(wrong(due, "\x01\0\x03\0www\x01\0\x01\0", query("HH")))).toBeNull();
  const waiting = (format: string, sent: string) =>
    madeEvidence({
      talk: "reply",
      failure: failureOf("no-reply", "bob"),
      conversations: [madeConversation("bob", [sent], [], { taken: { accepted: true, unreadBytes: 0 } })],
      blocked: [blockedAt("recv", "bob")],
      files: madeFiles({ "server.py": `n = struct.unpack("${format}", head)[0]\nconn.sendall(n)\n` }),
    });
  expect(told(waiting("H", "\0\x04name"))).toBe("byte-order");
  expect(told(waiting(">H", "\0\x04name"))).not.toBe("byte-order");
  expect(told(waiting("H", "\0\x09name"))).not.toBe("byte-order");
  const padded = { files: madeFiles({ "server.py": 'conn.sendall(struct.pack("BQ", 0, 5))\n' }) };
  const length = (bytes: Buffer) => Buffer.concat([Buffer.alloc(16 - bytes.length), bytes]);
  const [due300, came300] = [
    length(Buffer.from([1, 44])).subarray(7),
    Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 44, 1, 0, 0]),
  ];
  expect(told(wrong(due300, came300, padded))).toBe("byte-order: The format pads its numbers");
  const short = (came: Buffer) => {
    const failed = wrong(Buffer.from("hello"), Buffer.concat([Buffer.alloc(7), Buffer.from("hello")]), padded);
    return told({ ...failed, conversations: [madeConversation("bob", [], [came])] });
  };
  const zeros = Buffer.alloc(7);
  const [five, hello] = [Buffer.from([5]), Buffer.from("hello")];
  const packed = Buffer.concat([Buffer.alloc(8), five, zeros, hello]);
  expect(short(packed)).toBe("byte-order: The format pads its numbers");
  expect(short(Buffer.concat([Buffer.alloc(7), five, five, zeros, hello]))).toBeNull();
  const other = Buffer.from([1, 0, 0, 0, 0, 0, 0, 1, 44]);
  expect(told(wrong(due300, other, padded))).not.toBe("byte-order: The format pads its numbers");
  expect(told(wrong(due300, Buffer.alloc(16, 1), padded))).not.toBe("byte-order: The format pads its numbers");
});

it("says that one recv is taken for one message only where several came, or a piece of one", () => {
  const name = "reads-once: Takes one recv for one message";
  const after = (write: string, unreadBytes = 0) =>
    madeEvidence({
      talk: "reply",
      failure: failureOf("reply-incomplete", "bob", { facts: { gaveUp: "stuck" } }),
      conversations: [madeConversation("bob", [write], ["+OK\n"], { taken: { accepted: true, unreadBytes } })],
      blocked: [blockedAt("recv", "bob")],
    });
  expect(told(after("PING\nPING\n"))).toBe(name);
  expect(told(after("PING\n"))).not.toBe(name);
  expect(told(after("PING\nPING\n", 5))).not.toBe(name);
  const passedOn = (came: string) => {
    const ann = madeConversation("ann", ["in s", "mall pieces\n"]);
    return wrong("ann: in small pieces\n", came, { conversations: [ann, madeConversation("bob", [], [came])] });
  };
  expect(told(passedOn("ann: in s\nann: mall pieces\n"))).toBe(name);
  expect(told(passedOn("ann: in small pieces!\n"))).not.toBe(name);
});

it("says that a piece was answered only where that was before the rest was sent, and more than once", () => {
  const talked = (...kinds: ("sent" | "received")[]) => {
    const bytes = { sent: ["ADD", " 1", " 2\n"], received: Array.from({ length: 3 }, () => "ERROR\n") };
    const [sent, received] = [[...bytes.sent], [...bytes.received]];
    const transcript = kinds.map((kind) => event("bob", kind, (kind === "sent" ? sent : received).shift()));
    const conversations = [madeConversation("bob", bytes.sent, bytes.received)];
    return diagnose(wrong(/^3\n/, "ERROR\n", { transcript, conversations }));
  };
  expect(talked("sent", "received", "sent", "received", "sent", "received")).toMatchObject({
    code: "reads-once",
    saw: { en: 'bob had sent only "ADD", a piece of a line, when your server already answered "ERROR\\n".' },
  });
  expect(talked("sent", "received", "sent", "sent", "received")).toBeNull();
  expect(talked("sent", "sent", "sent", "received")).toBeNull();
});

it("does not blame a call that waits for the header of the next message", () => {
  const waiting = (text: string) =>
    madeEvidence({
      talk: "reply",
      failure: failureOf("no-reply", "bob"),
      conversations: [madeConversation("bob", ["\0\x04name"], [], { taken: { accepted: true, unreadBytes: 0 } })],
      blocked: [{ ...blockedAt("recv", "bob"), location: { file: "server.py", line: 1, text, before: [], after: [] } }],
    });
  expect(told(waiting("while head := stream.read(2):"))).toBe("waits-for-more: Read the message and did not answer");
  expect(told(waiting("data = stream.read(1024)"))).toBe("waits-for-more");
});

it("says that nothing takes what arrives only where no line of a program for Node does", () => {
  const waiting = (served: string) =>
    madeEvidence({
      talk: "reply",
      language: "JavaScript",
      entry: "server.js",
      failure: failureOf("no-reply", "bob"),
      conversations: [madeConversation("bob", ["hi"], [], { taken: { accepted: true, unreadBytes: 0 } })],
      blocked: [blockedAt("epoll", "other")],
      files: madeFiles({ "server.js": `require("net").createServer((client) => {${served}}).listen(7000);\n` }),
    });
  const name = "waits-for-more: Nothing takes what arrives";
  expect(told(waiting("client.on('close', () => client.end('bye'))"))).toBe(name);
  expect(told(waiting("client.on('data', () => { if (false) client.end('bye') })"))).not.toBe(name);
  expect(told(waiting("client.pipe(other)"))).not.toBe(name);
});

it("advises to take the slash off a path only where the source leaves it", () => {
  const missing = (source: string) => {
    const facts = { what: "status", wanted: "200", got: "404" } as const;
    const failure = { ...failureOf("http-differs", "bob"), facts };
    return diagnose(madeEvidence({ talk: "reply", failure, files: madeFiles({ "server.py": source }) }))?.look.en;
  };
  expect(missing("file = open(path)\n")).toContain("take the slash off");
  expect(missing('file = root / path.lstrip("/")\n')).toContain("the condition around it");
});

it("says that a server answers itself only where it sends to its own port and spins", () => {
  const spinning = (line: string) =>
    madeEvidence({
      transport: "udp",
      failure: failureOf("no-reply", "bob", { facts: { gaveUp: "computes", waitedMs: 5000 } }),
      conversations: [madeConversation("bob", ["hi"])],
      files: madeFiles({ "server.py": line }),
    });
  expect(told(spinning('s.sendto(data, ("localhost", port))\n'))).toBe("busy-loop: Answers itself");
  expect(told(spinning("(host, port) = addr\ns.sendto(data, (host, port))\n"))).toBe("busy-loop");
  expect(told(spinning("s.sendto(data, addr)\n"))).toBe("busy-loop");
});
