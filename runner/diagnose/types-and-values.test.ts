import { expect, it } from "vitest";
import {
  blockedAt,
  event,
  failureOf,
  madeConversation,
  madeEvidence,
  madeFiles,
  told as toldOf,
} from "../../tests/support/made-evidence.ts";
import { keepBytes } from "../wire/keep-bytes.ts";
import type { Evidence } from "./evidence.ts";
import { neverEqual } from "./support/never-equal.ts";

const told = (given: Partial<Evidence>) => toldOf(madeEvidence({ talk: "reply", ...given }));

const kept = (text: string) => keepBytes(Buffer.from(text));

it("knows the comparisons of a source that are never true, and none that may be", () => {
  const python = (...lines: string[]) => neverEqual("server.py", lines.join("\n")).map(({ literal }) => literal);
  expect(python("data = conn.recv(9)", 'if data == "PING":')).toEqual(["PING"]);
  expect(python("data, addr = s.recvfrom(9)", 'if data.strip() == "PING" or addr == "x":')).toEqual(["PING"]);
  expect(python("while (data := c.recv(9)):", "    op, a = data.split()", "    if op == 'ADD':")).toEqual(["ADD"]);
  expect(python("data = conn.recv(9).decode()", 'if data == "PING":')).toEqual([]);
  expect(python("data = conn.recv(9)", "data = data.decode()", 'if data == "PING":')).toEqual([]);
  expect(python("data = conn.recv(9)", 'if data == b"PING":')).toEqual([]);
  expect(python("data = read(conn)", 'if data == "PING":')).toEqual([]);
  expect(python("data = conn.recv(9)", "text = str(data, 'utf-8')", 'if text == "PING":')).toEqual([]);
  expect(python("words = []", "words.append(f.readline())", 'if words[0] == "PING":')).toEqual([]);
  expect(python('f = c.makefile("rb")', "words = []", "words.append(f.read(2))", 'if words[0] == "PING":')).toEqual([
    "PING",
  ]);
  const node = (text: string) => neverEqual("server.js", text).length;
  expect(node("s.on('data', (data) => { if (data === 'PING') s.write('x'); });")).toBe(1);
  expect(node("s.on('data', data => { if (data == 'PING') s.write('x'); });")).toBe(0);
  expect(node("s.setEncoding('utf8'); s.on('data', (data) => { if (data === 'PING') s.write('x'); });")).toBe(0);
  expect(node("s.on('data', (data) => { const text = String(data); if (text === 'PING') s.write('x'); });")).toBe(0);
  expect(neverEqual("A.java", 'String line = in.readLine();\nif (line == "PING")')).toHaveLength(1);
  expect(neverEqual("A.java", 'String line = in.readLine();\nif ("PING".equals(line))')).toHaveLength(0);
  expect(neverEqual("A.java", 'String[] p = line.split(" ");\nif (p[0] == "ADD")')).toHaveLength(1);
  expect(neverEqual("a.c", 'char buffer[99];\nif (buffer == "PING")')).toHaveLength(1);
  expect(neverEqual("a.c", 'char *name = argv[1];\nif (name == "PING")')).toHaveLength(0);
});

it("blames a comparison only for a message with its text", () => {
  const source = 'data = conn.recv(9)\nif data == "PING":\n    conn.sendall(b"PONG")\n';
  const asked = (message: string) =>
    told({
      failure: failureOf("no-reply", "alice", { expected: Buffer.from("PONG") }),
      conversations: [madeConversation("alice", [message])],
      files: madeFiles({ "server.py": source }),
    });
  expect(asked("PING\r\n")).toBe("compares-wrongly: Compares bytes with text");
  expect(asked("PINGS")).not.toBe("compares-wrongly: Compares bytes with text");
});

it("knows a function, an object or nothing where a value is due, and no value that looks like one", () => {
  const answered = (due: string, came: string) =>
    told({
      failure: {
        ...{ code: "wrong-answer", step: 0, did: "", who: "alice", facts: { question: "ADD 2 3" } },
        ...{ expected: kept(due), actual: kept(came) },
      },
    });
  expect(answered("5", "None\n")).toBe("not-a-value: A result that was never given");
  expect(answered("5", "undefined")).toBe("not-a-value: A result that was never given");
  expect(answered("5", "[object Object]")).toBe("not-a-value: An object instead of its content");
  expect(answered("5", "<function add at 0x7f00>")).toBe("not-a-value: The brackets of a call are missing");
  expect(answered("5", "None of these")).toBeNull();
  expect(answered("None", "undefined behaviour")).toBeNull();
  const printed = (stdout: string) =>
    told({
      kind: "client",
      failure: failureOf("no-output", "client"),
      conversations: [madeConversation("bob", ["Halo semua"])],
      output: { stdout, stderr: "" },
    });
  expect(printed("Got <built-in method decode of bytes object at 0x55>\n")).toBe(
    "not-a-value: The brackets of a call are missing",
  );
  expect(printed("None\nConnected by <socket.socket fd=4>\n")).toBeNull();
});

it("says that a service was looked up without its protocol only where one was named", () => {
  const asked = (question: string, call: string) =>
    told({
      kind: "program",
      failure: {
        ...{ code: "wrong-answer", step: 0, did: "", who: "info", facts: { question } },
        ...{ expected: kept("40001"), actual: kept("30001\n") },
      },
      entry: "info.py",
      files: madeFiles({ "info.py": `print(socket.${call})\n` }),
    });
  expect(asked("service ganda udp", "getservbyname(sys.argv[2])")).toBe("forgets-protocol");
  expect(asked("service ganda udp", "getservbyname(sys.argv[2], 'tcp')")).toBeNull();
  expect(asked("service ganda", "getservbyname(sys.argv[2])")).toBeNull();
});

it("blames the file object for both directions only where several lines came at once", () => {
  const lost = (mode: string, last: string, writing = 'f.write("2")\n') =>
    told({
      failure: failureOf("no-reply", "alice", { facts: { gaveUp: "stuck" as const } }),
      conversations: [madeConversation("alice", [last], ["2\n"])],
      files: madeFiles({ "server.py": `f = conn.makefile("${mode}")\n${writing}` }),
    });
  expect(lost("rw", "ADD 1 1\nADD 2 2\n")).toBe("waits-for-more: Writing forgets what was read ahead");
  expect(lost("rw", "ADD 1 1\n")).toBeNull();
  expect(lost("rwb", "ADD 1 1\nADD 2 2\n")).toBeNull();
  expect(lost("rw", "ADD 1 1\nADD 2 2\n", 'conn.sendall(b"2")\n')).toBeNull();
});

it("sends no client to its own address when the other program had ended", () => {
  const error = "ConnectionRefusedError: [Errno 111] Connection refused";
  const stderr = `Traceback (most recent call last):\n  File "client.py", line 1, in <module>\n    x\n${error}\n`;
  const refused = (who: string) =>
    told({
      kind: "client",
      failure: failureOf("nothing-passed", "carol-to-server"),
      transcript: [event(who, "exited")],
      exit: { status: 1, limit: null, leftBehind: 0 },
      output: { stdout: "", stderr },
    });
  expect(refused("server")).toBe("crashed: The other program had ended");
  expect(refused("client")).toBe("crashed: Nobody listens there");
});

it("says that a line is split elsewhere only of the one place that splits", () => {
  const asked = (source: string, due = "5", language: "py" | "js" = "py") =>
    told({
      entry: `server.${language}`,
      failure: {
        ...{ code: "wrong-answer", step: 0, did: "", who: "alice", facts: { question: "ADD 2 3" } },
        ...{ expected: kept(due), actual: kept("ERROR") },
      },
      files: madeFiles({
        [`server.${language}`]: `${language === "py" ? "line = conn.recv(99).decode()\n" : ""}${source}`,
      }),
    });
  expect(asked('parts = line.split(",")\n')).toBe("miscalculates: Splits at another character");
  expect(asked('parts = line.split(" ")\nhost, port = place.split(":")\n')).toBeNull();
  expect(asked("parts = line.split()\n")).toBeNull();
  expect(asked('parts = line.split(",")\n', "ERROR …")).toBeNull();
  expect(asked('names = "ADD,SUB"\nfor name in names.split(","): pass\n')).toBeNull();
  expect(asked('const names = "ADD,SUB".split(",");\n', "5", "js")).toBeNull();
  expect(asked('const own = (line) => line.split(",");\n', "5", "js")).toBe(
    "miscalculates: Splits at another character",
  );
});

it("takes one request of several lines for one, and a reply without its end for that", () => {
  const replied = (received: string) =>
    told({
      failure: {
        ...failureOf("reply-incomplete", "alice", { facts: { gaveUp: "stuck" as const } }),
        ...{ expected: kept("$6\r\ndurian\r\n"), actual: kept(received) },
      },
      conversations: [
        madeConversation("alice", ["*2\r\n$3\r\nGET\r\n$1\r\na\r\n"], [received], {
          taken: { accepted: true, unreadBytes: 0 },
        }),
      ],
      blocked: [blockedAt("recv", "alice")],
      files: madeFiles({ "server.py": "data = conn.recv(1024)\n" }),
    });
  expect(replied("$6\r\ndurian")).toBe("line-endings: The line has no end");
  expect(replied("$6\r\nduri")).toBeNull();
});

it("knows a client of Node that has no function for what arrives", () => {
  const silent = (source: string) =>
    told({
      kind: "client",
      language: "JavaScript",
      failure: failureOf("no-output", "client"),
      conversations: [madeConversation("bob", ["Halo semua"])],
      transcript: [event("bob", "sent", "Halo semua")],
      entry: "client.ts",
      files: madeFiles({ "client.ts": source }),
    });
  expect(silent("const s = net.connect(80); s.write('a');")).toBe("prints-nothing: Nothing takes what arrives");
  expect(silent("const s = net.connect(80); s.on('data', () => {});")).toBe("prints-nothing");
});

it("tells a client that waits for its keyboard before it sends, where nothing is typed", () => {
  const waiting = (received: string[], ...kinds: ("typed" | "started")[]) =>
    told({
      kind: "client",
      failure: failureOf("no-output", "client"),
      conversations: [madeConversation("bob", ["Salam"], received)],
      transcript: [...kinds.map((kind) => event("client", kind, "a")), event("bob", "sent", "Salam")],
      blocked: [blockedAt("read", "keyboard", 0)],
    });
  expect(waiting([], "started")).toBe("waits-for-keyboard");
  expect(waiting([], "typed")).not.toBe("waits-for-keyboard");
  expect(waiting(["Halo"], "started")).not.toBe("waits-for-keyboard");
});

it("tells a client that gives up too early from one that does not read", () => {
  const printed = (stdout: string) =>
    told({
      kind: "client",
      failure: failureOf("no-output", "client"),
      conversations: [madeConversation("bob", ["Maaf, agak lama.\n"], ["halo"])],
      transcript: [event("bob", "received", "halo"), event("bob", "ended"), event("bob", "sent", "Maaf, agak lama.\n")],
      exit: { status: 0, limit: null, leftBehind: 0 },
      output: { stdout, stderr: "" },
    });
  expect(printed("gagal: timed out\n")).toBe("never-reads: Gives up too early");
  expect(printed("selesai\n")).toBe("never-reads");
});

it("takes a sentence without its last sign for another wording", () => {
  const sent = (came: string) =>
    told({
      kind: "client",
      failure: {
        ...failureOf("reply-incomplete", "bob", { facts: { gaveUp: "stuck" as const } }),
        ...{ expected: kept("Halo, server!"), actual: kept(came) },
      },
      conversations: [madeConversation("bob", [], [came])],
    });
  expect(sent("Halo, server")).toBe("other-words");
  expect(sent("Halo, se")).toBeNull();
});

it("does not take a timer of Node for a time limit of the wait", () => {
  const late = (language: string, call: string) =>
    told({
      kind: "client",
      language,
      failure: failureOf("no-output", "client", { facts: { gaveUp: "late" as const } }),
      conversations: [madeConversation("bob", [], ["halo"])],
      transcript: [event("bob", "received", "halo")],
      blocked: [{ ...blockedAt(call, "other"), forGood: false, isShort: true }],
    });
  expect(late("JavaScript", "epoll")).toBeNull();
  expect(late("Python", "poll")).toBe("no-time-out: Its waits add up");
});
