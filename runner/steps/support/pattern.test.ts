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
    ["(OK", "this is not a regular expression: unterminated group"],
    ["(?i)ok", "write `ignore-case: true` beside it instead of (?i) in it"],
    ["[z-a]", "this is not a regular expression: range out of order in character class"],
  ])("is refused as %s", (source, message) => {
    expect(pattern.safeParse(source).error?.issues[0]?.message).toBe(message);
  });

  it("may hold an expression", () => {
    expect(pattern.safeParse("^{name} {n + 1}\\.$").success).toBe(true);
  });
});
