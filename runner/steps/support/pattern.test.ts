import { describe, expect, it } from "vitest";
import { compile, groupNames, pattern } from "./pattern.ts";

describe("a pattern", () => {
  it("says how many bytes its match has, whatever their characters", () => {
    expect(compile("^☕+").find(Buffer.from("☕☕x"))?.end).toBe(6);
    expect(compile("^..").find(Buffer.from("é☕x"))?.end).toBe(5);
    expect(compile("^😀").find(Buffer.from("😀x"))?.end).toBe(4);
  });

  it("counts bytes that are not text one by one, and takes none of them for a letter", () => {
    expect(compile("^.b").find(Buffer.from("ff62", "hex"))?.end).toBe(2);
    expect(compile("^\\w+$").find(Buffer.from("6162ff", "hex"))).toBeNull();
    expect(compile("[^a]+b").find(Buffer.from("ff80e29862", "hex"))?.end).toBe(5);
  });

  it("is about bytes where it names one beyond ASCII", () => {
    expect(compile("^\\xc3\\xa9$").find(Buffer.from("é"))?.end).toBe(2);
    expect(compile("^\\xff\\x00(?<rest>.*)$").find(Buffer.from("ff00ee", "hex"))?.groups).toEqual({ rest: "\xee" });
  });

  it("gives what its groups matched", () => {
    expect(groupNames("(?<seq>\\d+) (?<=x)(?<who>.)")).toEqual(["seq", "who"]);
    expect(compile("(?<a>x)|(?<b>y)").find(Buffer.from("y"))?.groups).toEqual({ b: "y" });
  });

  it.each([
    ["(OK", "this is not a regular expression: missing closing ): `(OK`"],
    ["[z-a]", "this is not a regular expression: invalid character class range: `z-a`"],
    ["(?=OK)", "look-around (`(?=…)`) cannot be used here: write the expression without it"],
    ["(twice)\\1", "this is not a regular expression: invalid escape sequence: `\\1`"],
  ])("is refused as %s", (source, message) => {
    expect(pattern.safeParse(source).error?.issues[0]?.message).toBe(message);
  });

  it.each([
    ["(?i)selesai", "SELESAI", true],
    ["^\\u00e9\\u{1f600}$", "é😀", true],
    ["^[\\p{L} ]+$", "kopi é", true],
    ["^halo$", "halo\n", false],
  ])("%s is looked for in %j", (source, text, isThere) => {
    expect(compile(source).find(Buffer.from(text)) !== null).toBe(isThere);
  });

  it("is looked for in a time that grows with the text and not with the ways to match it", () => {
    // An engine that tries every way would need longer than the universe is old.
    expect(compile("^(([a-z])+.)+[A-Z]([a-z])+$").find(Buffer.from("a".repeat(200_000)))).toBeNull();
  });

  it("may hold an expression", () => {
    expect(pattern.safeParse("^{name} {n + 1}\\.$").success).toBe(true);
  });
});
