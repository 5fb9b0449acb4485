import { expect, it } from "vitest";
import {
  blockedAt,
  failureOf,
  madeConversation,
  madeEvidence,
  madeFiles,
  told as toldOf,
} from "../../tests/support/made-evidence.ts";
import { keepBytes } from "../wire/keep-bytes.ts";
import type { Evidence } from "./evidence.ts";

const told = (given: Partial<Evidence>) => toldOf(madeEvidence({ talk: "reply", ...given }));

const wrongAnswer = (facts: { question: string; overNetwork?: true }, due: string, came: string) =>
  ({ code: "wrong-answer", step: 0, did: "", who: "alice", facts, expected: kept(due), actual: kept(came) }) as const;

const kept = (text: string) => keepBytes(Buffer.from(text));
const source = (file: string, text: string) => ({ entry: file, files: madeFiles({ [file]: text }) });

it("knows which calculation gave a wrong answer, and none that could be chance", () => {
  const answered = (question: string, due: string, came: string) =>
    told({
      failure: wrongAnswer({ question, overNetwork: true }, due, came),
    });
  expect(answered("ADD 2 3", "5", "23")).toBe("miscalculates: Joins texts instead of adding");
  expect(answered("DIV 7 2", "3.5, 3,5, 7/2", "3")).toBe("miscalculates: The division drops the fraction");
  expect(answered("DIV -7 2", "-3.5, -3,5, -7/2", "-4")).toBe("miscalculates: The division drops the fraction");
  expect(answered("SUB 7 2", "5", "9")).toBe("miscalculates");
  expect(answered("SUB 7 2", "5", "-5")).toBe("miscalculates: The numbers are exchanged");
  expect(answered("SUB 3 10", "-7", "7.0")).toBe("miscalculates: The numbers are exchanged");
  expect(answered("SUB 7 2", "5", "6")).toBeNull();
  expect(answered("ADD 2 3", "5", "6")).toBeNull();
  expect(answered("MUL 1 3", "3", "4")).toBeNull();
  expect(answered("SUB 7 2", "5", "ERROR 9 of 7")).toBeNull();
  expect(answered("DIV 1 0", "ERROR …", "1")).toBeNull();
  expect(answered("RESOLVE kopi", "10.1.2.3", "5")).toBeNull();
});

it("knows the address that every machine calls itself", () => {
  const answered = (due: string, came: string) =>
    told({
      failure: wrongAnswer({ question: "local-ip" }, due, came),
    });
  expect(answered("10.95.2.61", "IP: 127.0.1.1")).toBe("wrong-address: The address for oneself alone");
  expect(answered("10.95.2.61", "10.95.2.1")).toBeNull();
  expect(answered("20880", "127.0.0.1")).toBeNull();
});

it("names what an answer of HTTP lacks", () => {
  const differs = (facts: Record<string, unknown>) =>
    told({ failure: failureOf("http-differs", "alice", { facts }) as Evidence["failure"] });
  const status = (wanted: string, got: string) => differs({ what: "status", wanted, got });
  expect(status("404", "HTTP/1.1 200 OK")).toBe("http-answer: Says 200 for what is not there");
  expect(status("400, 403, 405, 501", "HTTP/1.1 200 OK")).toBe("http-answer: Does not look at the method");
  expect(status("200", "HTTP/1.1 404 Not Found")).toBe("http-answer: Does not find a file that is there");
  expect(status("400, 403, 404", "HTTP/1.1 200 OK")).toBe("http-answer: Serves files outside its folder");
  expect(status("200", "HTTP/1.1 500 Oops")).toBeNull();
  const field = (name: string, wanted: string, got: string) => differs({ what: "header", name, wanted, got });
  expect(field("Content-Type", "text/plain", "text/html")).toBe("http-answer: Not the type of the file");
  expect(field("Content-Length", "5", "")).toBe("http-answer: Does not say how long the body is");
  expect(field("Server", "x", "y")).toBeNull();
});

it("knows one variable for the sockets of all threads, and none that each thread gets for itself", () => {
  const after = (language: string, file: string, text: string) =>
    told({
      language,
      ...source(file, text),
      failure: failureOf("no-reply", "alice"),
      conversations: [madeConversation("alice", ["Halo"]), madeConversation("bob", ["Halo"], ["Halo"])],
    });
  const shared = "answers-wrong-sender: All threads share one socket variable";
  const python = (head: string, start: string) =>
    `def serve(${head}):\n    data = conn.recv(9)\n\nwhile True:\n    conn, a = s.accept()\n    ${start}.start()\n`;
  expect(after("Python", "s.py", python("", "threading.Thread(target=serve)"))).toBe(shared);
  expect(after("Python", "s.py", python("conn", "threading.Thread(target=serve, args=(conn,))"))).toBeNull();
  expect(
    after("Python", "s.py", python("", "Thread(target=serve)").replace("data =", "conn = mine()\n    data =")),
  ).toBeNull();
  const c = (passed: string) => `client = accept(s, 0, 0);\npthread_create(&t, NULL, serve, ${passed});\n`;
  expect(after("C", "s.c", c("&client"))).toBe(shared);
  expect(after("C", "s.c", c("(void *)(intptr_t)client"))).toBeNull();
  const java = (field: string, run: string) => `${field}\nclient = s.accept();\nnew Thread(${run}).start();\n`;
  expect(after("Java", "S.java", java("static Socket client;", "() -> serve()"))).toBe(shared);
  expect(after("Java", "S.java", java("static Socket client;", "new Worker(client)"))).toBeNull();
  expect(after("Java", "S.java", java("Socket client;", "() -> serve()"))).toBeNull();
  const go = (set: string) => `for {\n\tconn, err ${set} l.Accept()\n\tgo func() {\n\t\tconn.Write(x)\n\t}()\n}\n`;
  expect(after("Go", "s.go", go("="))).toBe(shared);
  expect(after("Go", "s.go", go(":="))).toBeNull();
});

it("tells a parent that keeps the connection from a server that forgets to close", () => {
  const left = (text: string, on = "listening") =>
    told({
      ...source("server.py", text),
      failure: failureOf("not-closed", "alice"),
      conversations: [madeConversation("alice", ["Halo"], ["Halo"])],
      blocked: [blockedAt("accept", on)],
    });
  const forked = "if os.fork() == 0:\n    conn.sendall(data)\n    conn.close()\n";
  expect(left(forked)).toBe("never-closes: The parent keeps the connection");
  expect(left(forked.replace("    conn.close()\n", ""))).toBe("never-closes");
  expect(left(forked, "alice")).toBe("never-closes");
});

it("knows lines before the answer, and a program of Node that answers at the end", () => {
  const came = (due: string, all: string) =>
    told({
      failure: { ...failureOf("reply-differs", "alice"), expected: kept(due), actual: kept(all) },
      conversations: [madeConversation("alice", ["PING"], [all])],
    });
  expect(came("+PONG\r\n", "-ERR\r\n+PONG\r\n")).toBe("extra-bytes: Answers more often than it was asked");
  expect(came("+PONG\r\n", "ok +PONG\r\n")).toBeNull();
  const waiting = (text: string) =>
    told({
      language: "JavaScript",
      ...source("server.js", text),
      failure: failureOf("no-reply", "alice", { facts: { gaveUp: "stuck" } }),
      conversations: [madeConversation("alice", ["Halo"], [], { taken: { accepted: true, unreadBytes: 0 } })],
      blocked: [blockedAt("epoll", "other")],
    });
  const data = "c.on('data', (d) => parts.push(d));";
  expect(waiting(`${data} c.on('end', () => c.write('ok'));`)).toBe("waits-for-more: Answers only at the end");
  expect(waiting(`c.on('data', (d) => handle(d)); c.on('end', () => c.end());`)).not.toContain("only at the end");
  expect(waiting(`${data} c.on('close', () => c.end());`)).not.toContain("only at the end");
});

it("does not say that an empty datagram ended a server that ends after any", () => {
  const ended = (text: string) =>
    told({
      ...source("server.py", text),
      transport: "udp",
      exit: { status: 0, limit: null, leftBehind: 0 },
      failure: failureOf("no-reply", "alice"),
      conversations: [madeConversation("alice", [Buffer.alloc(0)])],
    });
  expect(ended("while data:\n    data, addr = s.recvfrom(9)\n    s.sendto(data, addr)\n")).toBe("dies-on-empty");
  expect(ended("data, addr = s.recvfrom(9)\ns.sendto(data, addr)\n")).not.toBe("dies-on-empty");
});

it("knows a count that begins with 0", () => {
  const came = (pattern: string, text: string) =>
    told({
      failure: { ...failureOf("no-match", "bob", { facts: { pattern } }), actual: kept(text) },
      kind: "client",
    });
  expect(came("^Ping 1\\b", "Ping 0 123.5")).toBe("other-words: Counts from 0");
  expect(came("^Ping 1\\b", "Pong 0")).toBeNull();
  expect(came("^Ping 1\\b", "Ping 2")).toBeNull();
});

it("knows that nothing but the carriage return of a reply is missing", () => {
  const replied = (due: string, came: string) =>
    told({
      conversations: [madeConversation("alice", ["SET a"], [came])],
      failure: { ...failureOf("reply-differs", "alice"), expected: kept(due), actual: kept(came) },
    });
  expect(replied("+OK\r\n", "+OK\n")).toBe("line-endings");
  expect(replied("+OK\r\n", "+PONG\n")).toBeNull();
  expect(replied("+OK\n", "+OK\r\n")).toBeNull();
});

it("tells a body written as Python's bytes from one that only begins with such letters", () => {
  const body = (due: string, came: string) =>
    told({
      failure: {
        ...{ code: "http-differs", step: 0, did: "", who: "alice", facts: { what: "body" } },
        ...{ expected: kept(due), actual: kept(came) },
      },
    });
  expect(body("<p>Halo</p>\n", "b'<p>Halo</p>\\n'")).toBe("wrong-bytes: Bytes written as b'...'");
  expect(body("b'a'", "b'b'")).toBeNull();
  expect(body("<p>Halo</p>\n", "<p>Halo</p>")).toBeNull();
});

it("blames a file opened as text for what it cannot decode, and not the client", () => {
  const decoding = "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xce in position 2: invalid continuation byte";
  const crashed = (text: string) => {
    const line = text.split("\n").findIndex((each) => each.includes("# here")) + 1;
    const stderr = `Traceback (most recent call last):\n  File "server.py", line ${line}, in handle\n    x\n${decoding}\n`;
    return told({
      conversations: [madeConversation("alice", ["GET /cat.png HTTP/1.1\r\n\r\n"])],
      failure: failureOf("no-reply", "alice"),
      output: { stdout: "", stderr },
      ...source("server.py", text),
    });
  };
  expect(crashed('with open("." + path) as f:\n    body = f.read()  # here\n')).toBe(
    "decodes-bytes: Opens a file as text",
  );
  expect(crashed('f = open(path, "r")\nbody = f.read()  # here\n')).toBe("decodes-bytes: Opens a file as text");
  expect(crashed('with open(path, "rb") as f:\n    body = f.read().decode()  # here\n')).toBe("decodes-bytes");
  expect(crashed("text = conn.recv(1024).decode()  # here\n")).toBe("decodes-bytes");
});
