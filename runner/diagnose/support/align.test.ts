import { expect, it } from "vitest";
import { align } from "./align.ts";

const text = "The quick brown fox jumps over the lazy dog while nobody is looking at all.";
const edits = (received: string) =>
  align(Buffer.from(text), Buffer.from(received))?.map(({ kind, bytes, at, run }) => [kind, `${bytes}`, at, run]);

it("finds nothing in what is equal or only not all there yet", () => {
  expect(edits(text)).toEqual([]);
  expect(edits(text.slice(0, 20))).toEqual([]);
});

it("finds what was lost and what was added, with the run of equal bytes before it", () => {
  expect(edits(text.replace("brown fox ", ""))).toEqual([["lost", "brown fox ", 10, 10]]);
  expect(edits(`${text.slice(0, 30)}###${text.slice(30)}`)).toEqual([["added", "###", 30, 30]]);
  expect(edits(`${text}!`)).toEqual([["added", "!", text.length, text.length]]);
});

it.each([15, 17, 129, 4000])("finds %i bytes at once, added or lost", (length) => {
  const stranger = "#".repeat(length);
  expect(edits(`${text.slice(0, 30)}${stranger}${text.slice(30)}`)).toEqual([["added", stranger, 30, 30]]);
  const longer = `${text.slice(0, 30)}${stranger}${text.slice(30)}`;
  expect(align(Buffer.from(longer), Buffer.from(text))).toMatchObject([{ kind: "lost", at: 30, run: 30 }]);
});

it("explains nothing that was changed", () => {
  expect(edits(text.toUpperCase())).toBeUndefined();
});
