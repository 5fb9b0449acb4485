import { expect, it } from "vitest";
import {
  blockedAt,
  failureOf,
  madeConversation,
  madeEvidence,
  madeFiles,
  told,
} from "../../tests/support/made-evidence.ts";
import type { Evidence } from "./evidence.ts";

/** A server that has taken a client, has read nothing of it, and waits for the next one. */
function left(source: string, given: Partial<Evidence> = {}): Evidence {
  return madeEvidence({
    conversations: [madeConversation("alice", ["Halo"], [], { taken: { accepted: true, unreadBytes: 4 } })],
    blocked: [blockedAt("accept", "listening", 3)],
    files: madeFiles({ "server.py": source }),
    ...given,
  });
}

/** The same, blocked in a call at that line of its source. */
function blockedAtLine(call: string, on: string, text: string) {
  return { ...blockedAt(call, on), location: { file: "server.py", line: 1, text, before: [], after: [] } };
}

it("says that a thread is never started only where nothing in the source starts one", () => {
  const makes = "t = threading.Thread(target=serve, args=(conn,))\nconn.sendall(data)\n";
  expect(told(left(makes))).toBe("thread-not-started");
  expect(told(left(`${makes}t.start\n`))).toBe("thread-not-started");
  expect(told(left(`${makes}t.start()\n`))).toBe("leaves-waiting");
  expect(told(left(`${makes}list(map(start, threads))\n`))).toBe("leaves-waiting");
  const answered = { conversations: [madeConversation("alice", ["Halo"], ["Ha"])] };
  expect(told(left(makes, answered))).not.toBe("thread-not-started");
});

it("is not led astray by the Ctrl-C with which a test ends", () => {
  const stderr = 'Traceback (most recent call last):\n  File "server.py", line 1, in <module>\nKeyboardInterrupt\n';
  const exit = { status: 130, limit: null, leftBehind: 0 };
  expect(
    told(left("print(1)\n", { failure: failureOf("no-output", "server"), output: { stdout: "", stderr }, exit })),
  ).toBe(null);
});

it("says that a blocking call stops the event loop only in a program with one and without threads", () => {
  const blocked = [blockedAtLine("accept", "listening", "conn, addr = s.accept()")];
  const source = "async def main():\n    conn, addr = s.accept()\n    conn.send(data)\n";
  expect(told(left(source, { blocked }))).toBe("leaves-waiting: A blocking call stops the event loop");
  expect(told(left(source.replace("async ", ""), { blocked }))).toBe("leaves-waiting");
  expect(told(left(`${source}threading.Thread(target=f).start()\n`, { blocked }))).toBe("leaves-waiting");
});

it("says that select() does not watch a client only where nothing but new clients can wake it", () => {
  const source = "readable, _, _ = select.select([server], [], [])\nconn.send(data)\n";
  const unwatched = "leaves-waiting: select() does not watch the client";
  expect(told(left(source, { blocked: [blockedAt("select", "listening", 3)] }))).toBe(unwatched);
  expect(told(left(source, { blocked: [blockedAt("accept", "listening", 3)] }))).toBe("leaves-waiting");
  expect(told(left(source, { blocked: [blockedAt("select", "other", null)] }))).not.toBe(unwatched);
});

it("sees a lock of its own behind which a client waits, and not an idle pool of a library", () => {
  const waiting = (text: string) =>
    left("with lock:\n    conn.send(data)\n", {
      failure: failureOf("no-reply", "bob"),
      conversations: [
        madeConversation("alice", [], [], { taken: { accepted: true, unreadBytes: 0 } }),
        madeConversation("bob", ["Halo"], [], { taken: { accepted: true, unreadBytes: 4 } }),
      ],
      blocked: [blockedAt("accept", "listening", 3), blockedAt("recv", "alice"), blockedAtLine("lock", "other", text)],
    });
  expect(told(waiting("with lock:"))).toBe("one-at-a-time");
  expect(told(waiting("conn = jobs.get()"))).not.toBe("one-at-a-time");
});
