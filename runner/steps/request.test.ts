import { describe, expect, it } from "vitest";
import { FakeRun } from "../../tests/support/fake-run.ts";
import { request } from "./request.ts";
import { respond } from "./respond.ts";

async function sent(step: typeof request, args: object) {
  const run = new FakeRun();
  const { peer, line } = run.stream();
  expect(await step.play({ from: "alice", ...args }, run)).toBeNull();
  return { run, peer, text: line.text };
}

describe("request", () => {
  it("names the host, and the length of a body", async () => {
    const { text } = await sent(request, { path: "/a" });
    expect(text).toBe("GET /a HTTP/1.1\r\nHost: localhost:5000\r\n\r\n");
    const post = await sent(request, { text: "Halo", version: "1.0" });
    expect(post.text).toBe("POST / HTTP/1.0\r\nHost: localhost:5000\r\nContent-Length: 4\r\n\r\nHalo");
  });

  it("takes the step's header fields instead of its own, and leaves some out", async () => {
    const { text } = await sent(request, { headers: { host: null, "X-Trace": "1" } });
    expect(text).toBe("GET / HTTP/1.1\r\nX-Trace: 1\r\n\r\n");
  });

  it("remembers that it asked for the head, and sends in pieces", async () => {
    const { run, peer } = await sent(request, { method: "HEAD", pieces: 2, every: "0ms" });
    expect(run.notes.get("alice asked for the head")).toBe(1);
    expect(peer.lastWrites).toHaveLength(2);
  });
});

it("respond: answers with a status, its words and a length", async () => {
  expect((await sent(respond, {})).text).toBe("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
  const missing = await sent(respond, { status: 404, text: "Not here" });
  expect(missing.text).toBe("HTTP/1.1 404 Not Found\r\nContent-Length: 8\r\n\r\nNot here");
});
