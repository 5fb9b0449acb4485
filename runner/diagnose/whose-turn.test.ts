import { expect, it } from "vitest";
import {
  diagnose,
  failedWith,
  failureOf,
  madeConversation,
  madeEvidence,
  madeFiles,
} from "../../tests/support/made-evidence.ts";

it("tells a client that was sent nothing to send its message, and a server to send its answer", () => {
  const client = madeEvidence({
    kind: "client",
    entry: "client.py",
    files: madeFiles({ "client.py": "connection.connect((host, port))\nconnection.recv(1024)\n" }),
    failure: failureOf("no-message-sent", "bob"),
    conversations: [madeConversation("bob", [])],
  });
  const server = failedWith("no-reply", madeConversation("alice", ["halo"]), {
    files: madeFiles({ "server.py": "connection, _ = listener.accept()\nconnection.recv(1024)\n" }),
  });
  expect(diagnose(client)).toMatchObject({
    code: "never-sends",
    look: { en: expect.stringMatching(/^Send the message/) },
  });
  expect(diagnose(server)).toMatchObject({
    code: "never-sends",
    look: { en: expect.stringMatching(/^Send the answer/) },
  });
});

it.each([
  ["server.py", "server: { run: python3 server.py 127.0.0.1 {port} }"],
  ["server.ts", "server: { run: npx tsx server.ts 127.0.0.1 {port} }"],
  ["server.c", "server: { run: ./server 127.0.0.1 {port} }"],
])("shows how wirecheck.yaml names %s", (entry, line) => {
  const evidence = madeEvidence({
    entry,
    files: madeFiles({ [entry]: "" }),
    failure: failureOf("exited-early", "server"),
    exit: { status: 2, limit: null, leftBehind: 0 },
    transcript: [{ atMs: 0, who: "server", kind: "started" }],
    output: { stdout: "", stderr: "usage: server serve HOST PORT\n" },
    port: { asked: "flag", method: "flag", inSource: null, tried: [{ en: "--port N", id: "--port N" }] },
  });
  expect(diagnose(evidence)).toMatchObject({
    code: "started-otherwise",
    look: { en: expect.stringContaining(line), id: expect.stringContaining(line) },
  });
});
