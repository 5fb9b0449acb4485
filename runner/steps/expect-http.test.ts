import { describe, expect, it } from "vitest";
import { FakeRun, gaveUp } from "../../tests/support/fake-run.ts";
import { expectHttp } from "./expect-http.ts";
import { expectRequest } from "./expect-request.ts";

function stream(said: string, ends: "closes" | "resets" | null = null) {
  const run = new FakeRun();
  const { line } = run.stream();
  if (said !== "") line.sends(said);
  if (ends) line[ends]();
  return run;
}

describe("expect-http", () => {
  const play = (step: object, said: string, ends?: "closes" | "resets") =>
    expectHttp.play({ at: "alice", ...step }, stream(said, ends ?? null));
  const ok = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Type: text/html; charset=utf-8\r\n\r\nHalo";

  it("takes status, header fields and body", async () => {
    const step = { text: "Halo", headers: { "content-type": "text/html", "X-Trace": false }, length: "right" };
    expect(await play(step, ok)).toBeNull();
    expect(await play({ close: true }, ok, "closes")).toBeNull();
    const json = 'HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n{"a":1}';
    expect(await play({ json: { a: 1 } }, json)).toBeNull();
    expect(await play({ json: { a: 2 } }, json)).toMatchObject({ code: "json-differs", facts: { transport: "body" } });
    expect(await play({ json: {} }, ok)).toMatchObject({ code: "not-json" });
    expect(await play({ after: "1min" }, ok)).toMatchObject({ code: "came-too-early" });
    expect(await play({ close: false }, ok)).toBeNull();
  });

  it.each([
    ["another status", { status: [404, 410] }, { what: "status", wanted: "404, 410", got: "HTTP/1.1 200 OK" }],
    ["another body", { text: "Hallo" }, { what: "body" }],
    [
      "a header field that is missing",
      { headers: { "X-Trace": true } },
      { what: "header", name: "X-Trace", absent: false },
    ],
    [
      "one that should not be there",
      { headers: { "Content-Length": false } },
      { what: "header", got: "4", absent: true },
    ],
  ])("fails %s", async (_, step, facts) => {
    expect(await play(step, ok)).toMatchObject({ code: "http-differs", who: "alice", facts });
  });

  it("fails what is cut off, malformed or missing", async () => {
    expect(await play({}, "HTTP/1.1 200 OK\r\nContent-")).toMatchObject({
      code: "http-incomplete",
      facts: { what: "head" },
    });
    expect(await play({}, ok.slice(0, -1))).toMatchObject({ code: "http-incomplete", facts: { what: "body" }, gaveUp });
    expect(await play({}, "Halo\n")).toMatchObject({ code: "http-malformed", facts: { what: "start" } });
    expect(await play({}, "", "resets")).toMatchObject({ code: "reset-early" });
  });

  it("fails a body that only the end of the connection ends, a connection left open, and one that ends", async () => {
    const endless = "HTTP/1.1 200 OK\r\n\r\nHalo";
    expect(await play({ length: "right" }, endless, "closes")).toMatchObject({ facts: { what: "length" } });
    expect(await play({ close: true }, ok)).toEqual({ code: "not-closed", who: "alice", gaveUp });
    expect(await play({ close: false }, ok, "closes")).toEqual({ code: "closed-early", who: "alice" });
    expect(await play({ close: true }, `${ok}!`)).toMatchObject({ code: "reply-too-long" });
  });
});

describe("expect-request", () => {
  const play = (step: object, said: string) => expectRequest.play({ at: "alice", ...step }, stream(said));
  const get = "GET /index.html HTTP/1.1\r\nHost: localhost\r\n\r\n";

  it("takes method, target and header fields", async () => {
    expect(await play({ path: "/index.html", headers: { Host: true } }, get)).toBeNull();
    expect(await play({ "path-matches": "html$" }, get)).toBeNull();
  });

  it("fails another target or method", async () => {
    const differs = {
      code: "http-differs",
      facts: { what: "request", wanted: "GET /", got: "GET /index.html HTTP/1.1" },
    };
    expect(await play({ path: "/" }, get)).toMatchObject(differs);
    expect(await play({ method: "POST" }, get)).toMatchObject({ facts: { wanted: "POST …" } });
  });
});
