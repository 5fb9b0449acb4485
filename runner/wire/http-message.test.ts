import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type HttpTerms, header, readHttp } from "./http-message.ts";

function read(text: string, terms: Partial<HttpTerms> = {}) {
  const read = readHttp(Buffer.from(text, "latin1"), { kind: "response", isEnded: false, ...terms });
  return "body" in read ? { ...read, body: read.body.toString() } : read;
}

describe("an HTTP message", () => {
  it("has as many bytes of body as it says", () => {
    const text = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nX: a  b \r\n\r\nabcHTTP/1.1";
    expect(read(text)).toMatchObject({
      start: "HTTP/1.1 200 OK",
      body: "abc",
      framing: "length",
      length: text.length - 8,
    });
    expect(header({ headers: [["x", "a"]] }, "X")).toBe("a");
  });

  it("may come in chunks, or end with the connection", () => {
    const chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=1\r\nabc\r\n2\r\nde\r\n0\r\nT: 1\r\n\r\n";
    expect(read(chunked)).toMatchObject({ body: "abcde", framing: "chunked", length: chunked.length });
    expect(read("HTTP/1.0 200 OK\n\nabc")).toEqual({ state: "incomplete", part: "body" });
    expect(read("HTTP/1.0 200 OK\n\nabc", { isEnded: true })).toMatchObject({ body: "abc", framing: "end" });
  });

  it("has no body where there can be none", () => {
    expect(read("HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n")).toMatchObject({ body: "", framing: "none" });
    expect(read("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n", { isToHead: true })).toMatchObject({ framing: "none" });
    expect(read("GET / HTTP/1.1\r\nHost: x\r\n\r\n", { kind: "request" })).toMatchObject({ body: "", length: 27 });
  });

  it.each([
    ["hello\r\n", "start"],
    ["HTTP/1.1 OK\r\n", "start"],
    ["HTTP/1.1 200 OK\r\nno colon\r\n\r\n", "header"],
    ["HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n", "length"],
    ["HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", "chunk"],
  ])("is none as %j", (text, why) => {
    expect(read(text)).toEqual({ state: "malformed", why });
  });

  it("is the same however it comes, and never more than what came", () => {
    const whole = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc";
    for (let length = 0; length < whole.length; length++) {
      expect(read(whole.slice(0, length))).toHaveProperty("state", "incomplete");
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const found = readHttp(Buffer.from(bytes), { kind: "response", isEnded: true });
        if ("length" in found) expect(found.length).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });
});
