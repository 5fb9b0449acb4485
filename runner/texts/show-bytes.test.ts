import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import type { Difference, KeptBytes } from "../model/seen.ts";
import { type Sides, showDifference, showKept } from "./show-bytes.ts";

const wide = { width: 70, language: "en" } as const;
const dangerous = /[^\P{C}]|[\p{Zl}\p{Zp}]/u;

describe("bytes on one line", () => {
  it.each([
    ["Halo, dunia ☕\n", '"Halo, dunia ☕\\n"'],
    ["\x1b[31mred\x07\0", '"\\x1b[31mred\\x07\\x00"'],
    ['say "a\\b"\t\r', '"say \\"a\\\\b\\"\\t\\r"'],
    ["\u202eabc\u2066\u200f", '"\\xe2\\x80\\xaeabc\\xe2\\x81\\xa6\\xe2\\x80\\x8f"'],
    ["e\u0301 \u00a0", '"e\\xcc\\x81 \\xc2\\xa0"'],
    ["", "nothing"],
  ])("shows %j", (text, shown) => {
    expect(showKept(kept(Buffer.from(text)), wide)).toBe(shown);
  });

  it("shows bytes that are no UTF-8 as bytes", () => {
    expect(showKept(kept(Buffer.from([0x41, 0xff, 0xe2, 0x98, 0xc0, 0x80])), wide)).toBe(
      '"A\\xff\\xe2\\x98\\xc0\\x80"',
    );
  });

  it("shows no character outside ASCII when asked", () => {
    expect(showKept(kept(Buffer.from("☕")), { ...wide, ascii: true })).toBe('"\\xe2\\x98\\x95"');
  });

  it("shortens long bytes to both ends and counts the rest", () => {
    const shown = showKept(kept(Buffer.from(`start${"x".repeat(1_048_566)}enddd`)), wide);
    expect(shown.replaceAll("\u00a0", " ")).toBe(
      `"start${"x".repeat(25)}" … 1 048 531 bytes … "${"x".repeat(10)}enddd"`,
    );
  });

  it("never shows anything dangerous or too wide", () => {
    fc.assert(
      fc.property(anyBytes(), fc.integer({ min: 24, max: 110 }), (bytes, width) => {
        const shown = showKept(kept(bytes), { width, language: "id" });
        expect(shown).not.toMatch(dangerous);
        expect(stringWidth(shown)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe("two byte strings that part", () => {
  it("puts the caret under the first difference", () => {
    expect(shown("Halo, dunia ☕", "Halo, Dunia ☕")).toMatchInlineSnapshot(`
      ""Halo, dunia ☕"
      "Halo, Dunia ☕"
             ^ after 6 equal bytes"
    `);
  });

  it("counts wide characters as two columns", () => {
    expect(shown("☕☕ab", "☕☕ba")).toMatchInlineSnapshot(`
      ""☕☕ab"
      "☕☕ba"
           ^ after 6 equal bytes"
    `);
  });

  it("shows the bytes of a character that the difference cuts in two", () => {
    expect(shown("a☕", Buffer.from("a☕").subarray(0, 3))).toMatchInlineSnapshot(`
      ""a\\xe2\\x98\\x95"
      "a\\xe2\\x98"
                ^ after 3 equal bytes"
    `);
  });

  it("shows a reply that ends too early, and none at all", () => {
    expect(shown("Halo, dunia", "Halo")).toMatchInlineSnapshot(`
      ""Halo, dunia"
      "Halo"
           ^ after 4 equal bytes"
    `);
    expect(shown("Halo", "")).toMatchInlineSnapshot(`
      ""Halo"
      ""
       ^ differs from the first byte"
    `);
  });

  it("shows a window of long ones and counts what is left out on both sides", () => {
    const [before, after] = ["ab".repeat(600), "yz".repeat(700)];
    expect(shown(`${before}1${after}`, `${before}2${after}`)).toMatchInlineSnapshot(`
      "1 179 bytes … "babababababababababab1yzyzyzyzyzyzyzyzyz" … 1 382 bytes
      1 179 bytes … "babababababababababab2yzyzyzyzyzyzyzyzyz" … 1 382 bytes
                                          ^ after 1 200 equal bytes"
    `);
  });

  it("shows short ones whole, wherever they part", () => {
    expect(shown("Selamat datang di server echo!", "Selamat datang di server echo?")).toMatchInlineSnapshot(`
      ""Selamat datang di server echo!"
      "Selamat datang di server echo?"
                                    ^ after 29 equal bytes"
    `);
  });

  it("has only dots for what is left out where there is little room", () => {
    const [before, after] = ["ab".repeat(600), "yz".repeat(700)];
    expect(shown(`${before}1${after}`, `${before}2${after}`, 30)).toMatchInlineSnapshot(`
      "… "babababababab1yzyzyzyzyz" …
      … "babababababab2yzyzyzyzyz" …
                      ^"
    `);
  });

  it("aligns, stays within the width and shows nothing dangerous, whatever the bytes", () => {
    fc.assert(
      fc.property(
        anyBytes(),
        anyBytes(),
        anyBytes(),
        fc.integer({ min: 24, max: 110 }),
        (common, one, other, width) => {
          fc.pre(!one.equals(other));
          const [expected, actual] = [Buffer.concat([common, one]), Buffer.concat([common, other])];
          const parts = showDifference(sides(expected, actual), {
            width,
            language: "en",
          });
          for (const line of Object.values(parts)) {
            expect(line).not.toMatch(dangerous);
            expect(stringWidth(line)).toBeLessThanOrEqual(width);
          }
          const column = parts.marker.indexOf("^");
          const [wanted, came] = [cutAtColumn(parts.expected, column), cutAtColumn(parts.actual, column)];
          expect(wanted.before).toBe(came.before);
          expect(wanted.after).not.toBe(came.after);
        },
      ),
    );
  });
});

function shown(expected: string, actual: string | Uint8Array, width = 70): string {
  const [wanted, came] = [Buffer.from(expected), Buffer.from(actual as string)];
  const parts = showDifference(sides(wanted, came), { width, language: "en" });
  return `${parts.expected}\n${parts.actual}\n${parts.marker}`;
}

/** Cuts a line before the character that stands in a column. */
function cutAtColumn(line: string, column: number): { before: string; after: string } {
  let before = "";
  let columns = 0;
  for (const character of line) {
    if (columns >= column) break;
    before += character;
    columns += stringWidth(character);
  }
  return { before, after: line.slice(before.length) };
}

function sides(expected: Buffer, actual: Buffer): Sides {
  return { expected: kept(expected), actual: kept(actual), difference: differenceOf(expected, actual) };
}

function kept(bytes: Buffer): KeptBytes {
  if (bytes.length <= 320) return { length: bytes.length, head: bytes.toString("base64") };
  const [head, tail] = [bytes.subarray(0, 256), bytes.subarray(-64)];
  return { length: bytes.length, head: head.toString("base64"), tail: tail.toString("base64") };
}

function differenceOf(expected: Buffer, actual: Buffer): Difference {
  const parting = expected.findIndex((byte, index) => byte !== actual[index]);
  const offset = parting === -1 ? expected.length : parting;
  const windowStart = Math.max(0, offset - 24);
  const window = (bytes: Buffer) => bytes.subarray(windowStart, offset + 40).toString("base64");
  return { offset, windowStart, expected: window(expected), actual: window(actual) };
}

/** Bytes as programs send them: text, control sequences, cut characters, noise. */
function anyBytes(): fc.Arbitrary<Buffer> {
  const text = fc.string({ unit: "binary", maxLength: 300 }).map((value) => Buffer.from(value));
  const noise = fc.uint8Array({ maxLength: 600 }).map((value) => Buffer.from(value));
  return fc.oneof(text, noise, fc.constant(Buffer.from("\x1b]0;owned\x07\u202e")));
}
