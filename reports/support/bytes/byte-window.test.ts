import { expect, it } from "vitest";
import { hexWindow, type KnownBytes, textWindow } from "./byte-window.ts";

function whole(words: string | Buffer): KnownBytes {
  const bytes = Buffer.from(words);
  return { bytes, start: 0, length: bytes.length };
}

it("shows all of what is short", () => {
  expect(textWindow(whole("Halo ☕"), 40)).toEqual({
    bytesBefore: 0,
    before: "Halo ☕",
    at: "",
    after: "",
    bytesAfter: 0,
  });
  expect(hexWindow(whole("Halo"), 40).before).toBe("48 61 6c 6f");
});

it("marks one byte and shows what is around it", () => {
  const shown = textWindow(whole(`${"a".repeat(500)}X${"b".repeat(500)}`), 30, 500);
  expect(shown).toMatchObject({ before: "a".repeat(10), at: "X", bytesBefore: 490 });
  expect(shown.before.length + shown.at.length + shown.after.length).toBe(30);
  expect(shown.bytesBefore + 30 + shown.bytesAfter).toBe(1001);
});

it("counts what is left out of bytes of which a part is known", () => {
  const shown = hexWindow({ bytes: Buffer.from("wrong"), start: 4000, length: 1_048_576 }, 12, 4001);
  expect(shown).toMatchObject({ at: "72", bytesBefore: 4000 });
  expect(shown.bytesBefore + 4 + shown.bytesAfter).toBe(1_048_576);
});

it("shows the bytes of a character that the marked place cuts in half", () => {
  expect(textWindow(whole("a☕"), 40, 2)).toMatchObject({ before: "a\\xe2", at: "\\x98", after: "\\x95" });
});

it("never starts in the middle of a character", () => {
  expect(textWindow(whole("☕".repeat(400)), 20, 600).before).toMatch(/^☕+$/);
});
