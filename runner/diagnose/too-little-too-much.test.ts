import { expect, it } from "vitest";
import {
  diagnose,
  event,
  failureOf,
  madeConversation,
  madeEvidence,
  madeFiles,
  told as toldOf,
} from "../../tests/support/made-evidence.ts";
import { keepBytes } from "../wire/keep-bytes.ts";
import type { Evidence } from "./evidence.ts";

const kept = (text: string) => keepBytes(Buffer.from(text));

/** The diagnosis of a program in one file. */
const told = (file: string, source: string, given: Partial<Evidence> = {}) =>
  toldOf(madeEvidence({ talk: "reply", entry: file, files: madeFiles({ [file]: source }), ...given }));

it("knows a buffer without a length, and none that gets one", () => {
  const reads = (language: string, file: string, source: string, received: string[] = []) =>
    told(file, source, {
      language,
      failure: failureOf("closed-early", "alice"),
      conversations: [madeConversation("alice", ["Halo, dunia!"], received, { end: "orderly" })],
    });
  const go = (...lines: string[]) => reads("Go", "server.go", [...lines, "c.Write(buf[:n])"].join("\n"));
  const noRoom = "unset-variable: The buffer has no room";
  expect(go("var buf []byte", "n, _ := c.Read(buf)")).toBe(noRoom);
  expect(go("buf := make([]byte, 0, 1024)", "n, _ := c.Read(buf)")).toBe(noRoom);
  expect(go("buf := make([]byte, 1024)", "n, _ := c.Read(buf)")).not.toBe(noRoom);
  expect(go("var buf []byte", "buf = make([]byte, 1024)", "n, _ := c.Read(buf)")).not.toBe(noRoom);
  expect(go("buf := make([]byte, 0, 1024)", "n, _ := c.Read(buf[:1024])")).not.toBe(noRoom);
  const rust = (made: string) =>
    reads("Rust", "server.rs", `let mut buf = ${made};\nlet n = c.read(&mut buf)?;\nc.write_all(&buf[..n])?;`);
  expect(rust("Vec::with_capacity(1024)")).toBe(noRoom);
  expect(rust("vec![0; 1024]")).not.toBe(noRoom);
  expect(reads("Go", "server.go", "var buf []byte\nc.Read(buf)\nc.Write(buf)", ["Halo, dunia!"])).not.toBe(noRoom);
});

it("takes the listening socket for the one that is read only where no other is", () => {
  const listener = "int s = socket();\nlisten(s, 1);\nint c = accept(s, 0, 0);\nwrite(c, b, 9);\n";
  const closes = (reads: string, sent = ["Halo"]) =>
    told("server.c", listener + reads, {
      language: "C",
      failure: failureOf("closed-early", "alice"),
      conversations: [madeConversation("alice", sent, [], { end: "reset" })],
      output: { stdout: "Pesan: \n", stderr: "" },
    });
  expect(closes("read(s, b, 9);")).toBe("swallows-error: Talks on the wrong socket");
  expect(closes("read(s, b, 9);", [])).toBe("swallows-error: Talks on the wrong socket");
  expect(closes("read(c, b, 9);")).not.toBe("swallows-error: Talks on the wrong socket");
  expect(closes("if (old) read(s, b, 9); else read(c, b, 9);")).not.toBe("swallows-error: Talks on the wrong socket");
});

it("knows what lies behind a text of C, and the first bytes of one", () => {
  const sent = (source: string, came: string, code: "reply-too-long" | "reply-incomplete") =>
    told("client.c", source, {
      kind: "client",
      language: "C",
      failure: {
        ...failureOf(code, "bob", { facts: { gaveUp: "stuck" as const } }),
        ...{ expected: kept("Halo, server!"), actual: kept(came) },
      },
      conversations: [madeConversation("bob", [], [came])],
    });
  const text = 'const char *text = "Halo, server!";\n';
  const more = "Halo, server!\x00127.0.0.1";
  expect(sent(`${text}write(fd, text, 100);`, more, "reply-too-long")).toBe("extra-bytes: Sends more than its text");
  expect(sent("write(fd, text, 100);", more, "reply-too-long")).not.toBe("extra-bytes: Sends more than its text");
  expect(sent(`${text}send(fd, text, sizeof text, 0);`, "Halo, se", "reply-incomplete")).toBe(
    "truncates: sizeof of a pointer",
  );
  expect(sent("char text[8];\nsend(fd, text, sizeof text, 0);", "Halo, se", "reply-incomplete")).toBeNull();
});

it("says that a value was forgotten only where it was accepted and had no time", () => {
  const set = (sent: string) =>
    told("server.py", "conn.sendall(data)", {
      failure: {
        ...failureOf("reply-differs", "alice"),
        ...{ expected: kept("$2\r\nab\r\n"), actual: kept("$-1\r\n") },
      },
      conversations: [madeConversation("alice", [sent], ["+OK\r\n$-1\r\n"])],
    });
  expect(set("*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$2\r\nab\r\n")).toBe("forgets-values");
  expect(set("*5\r\n$3\r\nSET\r\n$1\r\nk\r\n$2\r\nab\r\n$2\r\nPX\r\n$1\r\n5\r\n")).toBeNull();
  expect(set("*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$2\r\nxy\r\n")).toBeNull();
});

it("says that a client printed an empty line, which is not nothing", () => {
  const printed = (stdout: string) =>
    diagnose(
      madeEvidence({
        kind: "client",
        failure: failureOf("no-output", "client"),
        conversations: [madeConversation("bob", ["Salam dari bob"])],
        transcript: [event("bob", "sent", "Salam dari bob"), event("client", "stdout", stdout)],
      }),
    )?.saw.en;
  expect(printed("\n")).toMatch("printed nothing after that but an empty line");
  expect(printed("12 5f\n")).toBeUndefined();
  expect(printed("Pesan: ('127.0.0.1', 80) datang\n")).toMatch("printed “Pesan: ");
  expect(printed("Pesan: S\n")).toBeUndefined();
});

it("does not call an empty line nothing at all", () => {
  const ends = (stderr: string) =>
    diagnose(
      madeEvidence({
        failure: failureOf("no-message", "client"),
        exit: { status: 1, limit: null, leftBehind: 0 },
        output: { stdout: "", stderr },
      }),
    )?.saw.en;
  expect(ends("\n")).toMatch("printed only an empty line");
  expect(ends("")).toMatch("printed nothing at all");
});

it("gives a client that stays no advice for a server", () => {
  const stays = (kind: "client" | "server") =>
    diagnose(
      madeEvidence({
        kind,
        failure: failureOf("not-closed", "bob"),
        conversations: [madeConversation("bob", ["b"], ["a"])],
      }),
    );
  expect(stays("client")?.saw.en).toBe("Your client left bob's connection open.");
  expect(stays("client")?.look.en).toMatch("at the end of the input");
  expect(stays("server")?.saw.en).toMatch("open after its answer");
});
