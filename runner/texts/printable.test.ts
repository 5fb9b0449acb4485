import fc from "fast-check";
import { expect, it } from "vitest";
import { printable, printableLine } from "./printable.ts";

it.each([
  ["\u001b[31mred\u0007", "\\x1b[31mred\\x07"],
  ["one\r\ntwo\rthree\tfour", "one\ntwo\\rthree    four"],
  ["\u202eabc\u200f\u2028", "\\u{202e}abc\\u{200f}\\u{2028}"],
  ["half \ud83d", "half \\u{d83d}"],
  ["Halo, dunia ☕ e\u0301", "Halo, dunia ☕ e\u0301"],
])("shows %j", (text, shown) => {
  expect(printable(text)).toBe(shown);
});

it("leaves nothing that a terminal would obey", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(printable(text)).not.toMatch(/[^\P{C}\n]|[\p{Zl}\p{Zp}]/u);
      expect(printableLine(text)).not.toContain("\n");
    }),
  );
});
