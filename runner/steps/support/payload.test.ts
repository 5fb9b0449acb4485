import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type PayloadFields, type PayloadSource, payloadBytes } from "./payload.ts";

const source: PayloadSource = {
  random: (length, label) => createHash("shake256", { outputLength: length }).update(label).digest(),
  payload: (name) => Buffer.from(`payload ${name}`),
  file: (name) => Buffer.from(`file ${name}`),
};

function written(fields: PayloadFields): string {
  return payloadBytes(fields, source, "alice").toString("latin1");
}

describe("the bytes that a step means", () => {
  it.each<[PayloadFields, string]>([
    [{ text: "é" }, "\xc3\xa9"],
    [{ text: "a", padding: 3 }, "axxx"],
    [{ line: "a", padding: 2 }, "axx\n"],
    [{ crlf: "a", padding: 2 }, "axx\r\n"],
    [{ hex: "00 ff1B" }, "\x00\xff\x1b"],
    [{ base64: "AP8=" }, "\x00\xff"],
    [{ payload: "p" }, "payload p"],
    [{ file: "f" }, "file f"],
  ])("%o", (fields, bytes) => {
    expect(written(fields)).toBe(bytes);
  });

  it("draws letters that are letters, the same again, and others under another label", () => {
    const letters = written({ letters: 5000 });
    expect(letters).toMatch(/^[a-zA-F]{5000}$/);
    expect(written({ letters: 5000 })).toBe(letters);
    expect(payloadBytes({ letters: 5000 }, source, "bob").toString()).not.toBe(letters);
    expect(new Set(letters).size).toBe(32);
  });

  it("draws lines of 64 bytes, each with its newline", () => {
    const lines = written({ lines: "1KiB" });
    expect(lines).toMatch(/^([a-zA-F]{63}\n){16}$/);
    expect(written({ lines: 70 }).slice(63)).toMatch(/^\n[a-zA-F]{6}$/);
  });
});
