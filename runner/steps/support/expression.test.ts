import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate, namesIn, parseExpression } from "./expression.ts";
import { expressionsIn, fill, fix, namesNeeded } from "./fill.ts";
import { ExpressionFault } from "./functions.ts";

function worth(source: string, values: Record<string, string> = {}): string {
  return evaluate(parseExpression(source), values);
}

describe("an expression", () => {
  it.each([
    ["a + b", "5"],
    ["a * b + 1", "7"],
    ["a - (b - 1)", "0"],
    ["-a + 10", "8"],
    ["b / a", "1.5"],
    ["b % a", "1"],
    ["upper(name)", "ÄNN"],
    ["len(name)", "4"],
    ["chars(name)", "3"],
    ["join(name, '-', a)", "änn-2"],
    ["pad(a, 4)", "0002"],
    ["max(a, b, 7)", "7"],
    ["crc32('hello')", "907060870"],
    ["number(bytes)", "258"],
    ["date('Thu, 01 Jan 1970 00:01:00 GMT')", "60"],
    ["host-address", "10.0.0.1"],
  ])("%s is %s", (source, value) => {
    expect(worth(source, { a: "2", b: "3", bytes: "\u0001\u0002", name: "änn", "host-address": "10.0.0.1" })).toBe(
      value,
    );
  });

  it.each(["a +", "(a", "a b", "foo(a)", "upper()", "upper(a, b)", "a ** b", "a;b", "'x"])(
    "%s cannot be read",
    (source) => {
      expect(() => parseExpression(source)).toThrow(ExpressionFault);
    },
  );

  it("says which value is no number, and which has none", () => {
    expect(() => worth("a + 1", { a: "x" })).toThrow("needs numbers, not `x`");
    expect(() => worth("a + 1")).toThrow("`a` has no value yet");
    expect(() => worth("a / b", { a: "1", b: "0" })).toThrow("divides by 0");
  });

  it("ends for every text, as a fault or as an expression", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (source) => {
        try {
          namesIn(parseExpression(source));
        } catch (fault) {
          expect(fault).toBeInstanceOf(ExpressionFault);
        }
      }),
    );
  });
});

describe("what stands between braces", () => {
  it("is replaced wherever it stands, in keys and in values", () => {
    expect(fill({ "{a}": ["x{a}y", 3, { b: "{a + 1}" }] }, { a: "2" })).toEqual({ "2": ["x2y", 3, { b: "3" }] });
  });

  it("is left alone where its names have no value, and without a second pair of braces where it means itself", () => {
    expect(fill("{a} {b} {{a}} {{b}}", { a: "1" })).toBe("1 {b} {a} {b}");
  });

  it.each(["{}", '{"a":1}', "{ x }", "a{3}", "[0-9]{2,5}", "\\u{ff}", "\\p{lu}", '{"a":{"b":1}}', "{\n}"])(
    "is no expression in %s",
    (text) => {
      expect(expressionsIn(text)).toEqual([]);
      expect(fill(text, { x: "1", ff: "2" })).toBe(text);
    },
  );

  it("is taken literally within a pattern", () => {
    expect(fill({ matches: "^{host}$", text: "{host}" }, { host: "a.b" })).toEqual({ matches: "^a\\.b$", text: "a.b" });
  });

  it("knows the number of a round, also within what is to be worked out", () => {
    expect(fix(["{n}", "{n - 1}", "{name}", "{n2 + n}", "client-{n}"], "n", 3)).toEqual([
      "3",
      "{(3) - 1}",
      "{name}",
      "{n2 + (3)}",
      "client-3",
    ]);
    expect(fill(fix("{n * 10 + i}", "n", 3), { i: "4" })).toBe("34");
    expect([...namesNeeded(fix("{n * 10 + i}", "n", 3))]).toEqual(["i"]);
  });
});
