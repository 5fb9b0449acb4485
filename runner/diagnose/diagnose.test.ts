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
import type { SeenFailure } from "../model/failure.ts";

it("says nothing where nothing is proven", () => {
  expect(diagnose(madeEvidence({ failure: failureOf("no-exit", "server") }))).toBeNull();
});

it("says what was seen in this run, in both languages, with the idea and where to look", () => {
  const evidence = failedWith("no-reply", madeConversation("bob", ["hi"]), {
    conversations: [madeConversation("alice", []), madeConversation("bob", ["hi"])],
    blocked: [blockedAt("recv", "alice", 5)],
  });
  const diagnosis = diagnose(evidence);
  expect(diagnosis?.code).toBe("one-at-a-time");
  expect(diagnosis?.saw).toEqual({
    en: "Your server was blocked in recv() on alice's connection (fd 5) while bob waited to be accepted.",
    id: "Server Anda tertahan di recv() pada koneksi alice (fd 5) sementara bob menunggu untuk diterima (accept).",
  });
  expect(diagnosis?.idea.en).toContain("recv");
});

const resetWords =
  'File "/home/student/server.py", line 7, in <module>\nConnectionResetError: [Errno 104] Connection reset by peer\n';

it.each<SeenFailure>([
  failureOf("reset-early", "bob"),
  failureOf("exited-early", "server"),
  { ...failureOf("refused", "bob"), facts: { address: "127.0.0.1", port: 5000, error: "ECONNREFUSED" } },
  failureOf("no-reply", "bob"),
])("gives a server that dies on a reset the same code when that shows as $code", (failure) => {
  const evidence = madeEvidence({
    failure,
    conversations: [madeConversation("alice", []), madeConversation("bob", ["still there?"], [], { end: "reset" })],
    transcript: [event("alice", "connect"), event("alice", "reset-sent"), event("bob", "connect")],
    exit: { status: 1, limit: null, leftBehind: 0 },
    output: { stdout: "", stderr: `Traceback (most recent call last):\n  ${resetWords}` },
  });
  expect(diagnose(evidence)).toMatchObject({ code: "dies-on-reset", lines: [{ file: "server.py", line: 7 }] });
});

it("takes a server that ends without complaint after its first client for one that serves only one", () => {
  const evidence = madeEvidence({
    failure: failureOf("reset-early", "bob"),
    conversations: [madeConversation("alice", ["a"], ["a"]), madeConversation("bob", ["b"], [], { end: "reset" })],
    transcript: [event("alice", "closed")],
    exit: { status: 0, limit: null, leftBehind: 0 },
  });
  expect(diagnose(evidence)?.code).toBe("one-client-only");
});

it("tells the limit that ended the program before anything that came of it", () => {
  const evidence = failedWith("closed-early", madeConversation("alice", ["hi"], [], { end: "orderly" }), {
    exit: { status: 137, limit: "output", leftBehind: 0 },
  });
  expect(diagnose(evidence)?.code).toBe("output-flood");
});

it("does not blame the program's code for children that a limit has ended", () => {
  const evidence = madeEvidence({
    failure: failureOf("exited-early", "server"),
    exit: { status: 137, limit: "processes", leftBehind: 40 },
  });
  expect(diagnose(evidence)?.code).toBe("process-limit");
});

it("tells a server that IPv6 cannot reach how it would be reached, not to use 127.0.0.1", () => {
  const failure = failureOf("not-listening", "server", { facts: { family: "ipv6" } });
  const listens = { ...event("server", "listening"), detail: "127.0.0.1 port 5000" };
  const diagnosis = diagnose(madeEvidence({ failure, transcript: [listens] }));
  expect(diagnosis?.code).toBe("wrong-address");
  expect(diagnosis?.look.en).toMatch(/^Bind an IPv6 socket to ::/);
});
