import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { exampleOf, patternInWords } from "./pattern-in-words.ts";

it.each([
  ["^-ERR", ': it should begin with "-ERR"', ': seharusnya diawali "-ERR"'],
  ["^(HELO|EHLO) \\S+$", ': it should look like "HELO …"', ': seharusnya seperti "HELO …"'],
  ["^Ping 1\\b", ': it should begin with "Ping 1"', ': seharusnya diawali "Ping 1"'],
  ["^Hello, client!$", ': it should be "Hello, client!"', ': seharusnya "Hello, client!"'],
  ["(?:From|Dari)\\s*:", ': it should contain something like "From:"', ': seharusnya memuat sesuatu seperti "From:"'],
  ["^\\x02\\x01[\\x00-\\xff]{2}$", ': it should look like "\\x02\\x01…"', ': seharusnya seperti "\\x02\\x01…"'],
  ["[ab", "", ""],
  ["(?i)halo", "", ""],
  ["^$", "", ""],
  ["\\S", ': it should contain something like "…"', ': seharusnya memuat sesuatu seperti "…"'],
])("says what /%s/ asks for", (pattern, en, id) => {
  expect(patternInWords(pattern)).toEqual({ en, id });
});

it("has a true example for the expressions of all labs, or none", () => {
  const labs = join(import.meta.dirname, "../../specs");
  const patterns = readdirSync(labs).flatMap((lab) =>
    [...readFileSync(join(labs, lab, "lab.yaml"), "utf8").matchAll(/matches: ("(?:[^"\\]|\\.)*")/g)].map(([, text]) =>
      String(JSON.parse(text ?? '""')).replace(/\{[a-z-]+\}/g, "7"),
    ),
  );
  expect(patterns.length).toBeGreaterThan(50);
  const without = patterns.filter((pattern) => {
    const example = exampleOf(pattern);
    if (example !== null) {
      // "…" stands for bytes of which nothing is asked.
      expect(example.text.replaceAll("…", "11"), pattern).toMatch(new RegExp(pattern));
    }
    return example === null;
  });
  expect(without).toEqual(["^$"]);
});
