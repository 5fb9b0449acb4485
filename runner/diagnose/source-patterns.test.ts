import { expect, it } from "vitest";
import {
  blockedAt,
  event,
  failedWith,
  failureOf,
  madeConversation,
  madeEvidence,
  madeFiles,
  told as toldOf,
} from "../../tests/support/made-evidence.ts";
import type { TestResult } from "../model/result.ts";
import { agree } from "./agree.ts";
import type { Evidence } from "./evidence.ts";
import { neverEqual } from "./support/never-equal.ts";
import { codeOf } from "./support/source-code.ts";

/** The diagnosis of a program in one file. */
const told = (file: string, source: string, given: Partial<Evidence> = {}) =>
  toldOf(madeEvidence({ talk: "reply", entry: file, files: madeFiles({ [file]: source }), ...given }));

it("reads a source without its comments, and keeps its lines", () => {
  expect(codeOf("a.c", "a /* b\nc */ d // e\nf")).toBe("a \n d \nf");
  expect(codeOf("a.py", 'x = 7 // 2 # half\n"""b\nc"""\nd = """e"""')).toBe('x = 7 // 2 \n\n\nd = """e"""');
});

it("takes a variable of one function for no other's", () => {
  const literals = (file: string, ...lines: string[]) => neverEqual(file, lines.join("\n")).map(({ line }) => line);
  const recv = ["def serve(conn):", "    data = conn.recv(9)"];
  expect(literals("a.py", ...recv, '    if data == "PING": pass')).toEqual([3]);
  expect(literals("a.py", "def answer(data):", '    return data == "PING"', ...recv)).toEqual([]);
  expect(literals("a.py", "def answer(x):", "    data = x", '    return data == "PING"', ...recv)).toEqual([]);
  expect(literals("a.py", ...recv, '    for data in text.split(): print(data == "PING")')).toEqual([]);
  expect(literals("a.py", ...recv, "    if data: data = data.decode()", '    if data == "PING": pass')).toEqual([]);
  expect(literals("a.py", ...recv, '    # data == "PING"')).toEqual([]);
  const node = (body: string) =>
    literals("a.js", 'const d = require("dgram");', `s.on("message", (data) => { ${body} });`);
  expect(node('if (data === "PING") s.send("x");')).toEqual([2]);
  expect(node('const own = (data) => data === "PING";')).toEqual([]);
  expect(node('parts.forEach((data, at) => { if (data === "PING") s.send("x"); });')).toEqual([]);
  expect(
    literals("a.js", 's.on("data", (data) => { run(String(data)); });', 'const run = (data) => data === "PING";'),
  ).toEqual([]);
  expect(
    literals(
      "a.js",
      'import { parentPort } from "worker_threads";',
      'parentPort.on("message", (data) => data === "PING");',
    ),
  ).toEqual([]);
  const line = "String line = in.readLine();";
  expect(literals("A.java", line, 'if (line == "PING")')).toEqual([2]);
  expect(literals("A.java", line, '// if (line == "PING")')).toEqual([]);
  expect(literals("A.java", line, "String run(String line) {", '  if (line == "PING")')).toEqual([]);
  expect(literals("a.cpp", "char cmd[9];", "bool is(const std::string &cmd) {", '  return cmd == "PING";')).toEqual([]);
});

it("takes a variable of C for one without a value only where nothing gives it one", () => {
  const [bob, reply] = ["bob", "recvfrom(s, b, 9, 0, &from, &len); sendto(s, b, n, 0, &from, len);"];
  const udp = (source: string, received: string[] = []) =>
    told("server.c", source, {
      language: "C",
      transport: "udp",
      failure: failureOf("no-reply", bob),
      conversations: [madeConversation(bob, ["a"], received)],
    });
  expect(udp(`socklen_t len; ${reply}`)).toBe("unset-variable: The length of the address is not set");
  expect(udp(`socklen_t len; ${reply}`, ["a"])).toBeNull();
  expect(udp(`socklen_t len; prepare(&len); ${reply}`)).toBeNull();
  const tcp = (source: string) =>
    told("server.c", source, { language: "C", conversations: [madeConversation("alice", ["a"])] });
  expect(tcp("char *buffer; recv(c, buffer, 9, 0); send(c, buffer, 9, 0);")).toBe(
    "unset-variable: A pointer without memory",
  );
  expect(tcp("char *buffer; posix_memalign(&buffer, 9, 9); recv(c, buffer, 9, 0); send(c, buffer, 9, 0);")).toBeNull();
});

it("blames an address of its own only where nothing of the datagram is in it", () => {
  const sends = (...lines: string[]) =>
    told("server.py", lines.join("\n"), {
      transport: "udp",
      failure: failureOf("no-reply", "alice"),
      conversations: [madeConversation("alice", ["a"])],
      blocked: [blockedAt("recv", "other")],
    });
  const own = "answers-wrong-sender: Answers an address of its own";
  expect(sends('s.sendto(data, ("localhost", 54321))')).toBe(own);
  expect(sends("port = int(sys.argv[1])", "s.sendto(data, ('localhost', port + 1))")).toBe(own);
  expect(sends("data, addr = s.recvfrom(9)", "s.sendto(data, (addr[0], addr[1]))")).toBeNull();
  expect(sends("data, (host, port) = s.recvfrom(9)", "s.sendto(data, (host, port))")).toBeNull();
  expect(sends('s.sendto(data, ("127.0.0.1", addr[1]))')).toBeNull();
});

it("takes a function's own socket for no other than its client's", () => {
  const broken = (source: string) =>
    told("server.c", source, {
      language: "C",
      failure: failureOf("closed-early", "alice"),
      conversations: [madeConversation("alice", ["a"], [], { end: "orderly" })],
      exit: { status: 141, limit: null, leftBehind: 0 },
    });
  const wrong = "crashed: Talks on the wrong socket";
  expect(broken("int s = socket();\nlisten(s, 1);\nint c = accept(s, 0, 0);\nread(s, b, 9);\nwrite(s, b, 9);")).toBe(
    wrong,
  );
  expect(
    broken("int serve(int s) {\nread(s, b, 9);\n}\nint s = socket();\nlisten(s, 1);\nserve(accept(s, 0, 0));"),
  ).not.toBe(wrong);
});

it("takes the beginning of a long text for no decoded one", () => {
  const text = Buffer.alloc(100_000, "Halo dunia\n");
  const part = madeConversation("alice", [text], [text.subarray(0, 65_536)]);
  expect(toldOf(failedWith("no-reply", part))).toBeNull();
});

it("takes a limit away only from the socket that is read", () => {
  const waits = (limits: string) =>
    told("client.py", limits, {
      kind: "client",
      failure: failureOf("no-output", "client", { facts: { gaveUp: "stuck" as const } }),
      conversations: [madeConversation("bob", [], ["halo"])],
      transcript: [event("bob", "received", "halo")],
      blocked: [
        {
          ...blockedAt("recv", "bob"),
          location: { file: "client.py", line: 9, text: "s.recv(9)", before: [], after: [] },
        },
      ],
    });
  expect(waits("s.settimeout(2)\ns.setblocking(True)")).toBe("no-time-out: Takes its time limit away again");
  expect(waits("probe.settimeout(2)\nprobe.settimeout(None)")).toBe("no-time-out");
});

it("says that bytes are swapped only where the port is given as it is", () => {
  const listens = (port: string) =>
    told("server.c", `a.sin_port = ${port};`, {
      language: "C",
      failure: failureOf("no-exit", "server"),
      blocked: [blockedAt("accept", "listening")],
    });
  expect(listens("atoi(argv[2])")).toBe("wrong-port: The port's bytes are swapped");
  expect(listens("port")).toBe("wrong-port: The port's bytes are swapped");
  expect(listens("net16(atoi(argv[2]))")).toBeNull();
});

it("takes a question that is asked again for no only one", () => {
  const asks = (source: string) =>
    told("client.js", source, {
      kind: "client",
      language: "JavaScript",
      failure: failureOf("closed-early", "bob"),
      conversations: [madeConversation("bob", [], ["a"], { end: "orderly" })],
    });
  expect(asks("rl.question('> ', send);")).toBe("closes-early: Asks for one line only");
  expect(asks("const ask = () => rl.question('> ', send);\nrl.question('> ', send);")).toBe("closes-early");
});

it("calls an error hidden only by a handler around what is done with a client", () => {
  const waits = (...lines: string[]) =>
    told("server.py", ["conn.sendall(b'x')", ...lines].join("\n"), {
      conversations: [madeConversation("alice", ["a"], [], { taken: { accepted: true, unreadBytes: 1 } })],
      blocked: [blockedAt("accept", "listening", 3)],
    });
  const handler = ["except Exception:", "    pass"];
  expect(waits("try:", "    conn.recv(9)", ...handler)).toBe("leaves-waiting: A handler hides errors");
  expect(waits("try:", "    import colours", ...handler)).toBe("leaves-waiting");
});

it("blames no piece for an error that comes whatever was sent", () => {
  const after = (...others: TestResult[]) =>
    agree([failedTest("pieces", "reads-once", "LookupError"), ...others])[0]?.diagnosis?.code;
  expect(after(failedTest("adds", "crashed", "LookupError"), failedTest("errors", "crashed", "LookupError"))).toBe(
    "crashed",
  );
  expect(after(failedTest("errors", "crashed", "LookupError"))).toBe("reads-once");
  expect(after(failedTest("adds", "crashed", "ValueError"), failedTest("errors", "crashed", "ValueError"))).toBe(
    "reads-once",
  );
});

it("lets two errors in one line have two causes", () => {
  const notText = failedTest("picture", "decodes-bytes", "UnicodeDecodeError: 'utf-8' codec");
  const notThere = failedTest("not-found", "crashed", "FileNotFoundError: no such file");
  expect(agree([notThere, notText])[1]?.diagnosis?.code).toBe("decodes-bytes");
  const every = failedTest("text", "crashed", "UnicodeDecodeError: 'ascii' codec");
  expect(agree([every, notText])[1]?.diagnosis?.code).toBe("crashed");
});

/** A failed test with an error in the first line of the server, of which the lab has an explanation. */
function failedTest(id: string, code: string, error: string): TestResult {
  const name = code === "crashed" ? { en: "It has a name", id: "Ada namanya" } : undefined;
  const diagnosis = { code, name, error, lines: [{ file: "server.py", line: 1 }] };
  return { id, program: "server", diagnosis } as unknown as TestResult;
}

it("says that a short recv is taken for the end only where its own length is compared", () => {
  const waits = (source: string) =>
    told("server.py", `${source}conn.sendall(data)\n`, {
      conversations: [madeConversation("alice", ["a".repeat(200)], [], { taken: { accepted: true, unreadBytes: 0 } })],
      blocked: [blockedAt("recv", "alice")],
    });
  const short = "waits-for-more: A short recv is taken for the end";
  expect(waits("part = conn.recv(100)\nif len(part) < 100: break\n")).toBe(short);
  expect(waits("part = conn.recv(100)\nif len(part) < SIZE: break\n")).toBe(short);
  expect(waits("part = conn.recv(100)\nif len(words) != 3: break\n")).not.toBe(short);
  expect(waits("part = conn.recv(150)\nif len(part) < 150: break\n")).not.toBe(short);
});
