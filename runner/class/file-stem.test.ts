import fc from "fast-check";
import { expect, it } from "vitest";
import { fileStems } from "./file-stem.ts";

it("leaves plain names alone and changes the others as little as it can", () => {
  const stems = fileStems(["0511", "Sitī Nur", "../../etc/passwd", "con", "Budi", "BUDI"]);
  expect([...stems].map(([name, stem]) => [name, stem.replace(/-[0-9a-f]{8}$/, "-#")])).toEqual([
    ["0511", "0511"],
    ["Budi", "Budi"],
    ["BUDI", "BUDI-#"],
    ["Sitī Nur", "Siti-Nur-#"],
    ["../../etc/passwd", "etc-passwd-#"],
    ["con", "student-con-#"],
  ]);
});

it("never gives two names one file, nor a name that some file system refuses", () => {
  const names = fc.uniqueArray(
    fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("a", "A", "a.", "ä", "nul", "..")),
  );
  fc.assert(
    fc.property(names, (all) => {
      const stems = [...fileStems(all).values()];
      expect(new Set(stems.map((stem) => stem.toLowerCase())).size).toBe(all.length);
      for (const stem of stems) expect(stem).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,79}$/);
    }),
    { numRuns: 30 },
  );
});
