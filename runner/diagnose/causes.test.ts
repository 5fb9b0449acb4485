import { expect, it } from "vitest";
import { languages } from "../model/text.ts";
import { causes } from "./index.ts";

it.each(Object.entries(causes))("%s has a name and whole sentences in every language", (_, { name, idea, look }) => {
  for (const language of languages) {
    expect(name[language]).toMatch(/^\p{Lu}.*[^.]$/u);
    for (const sentence of [idea[language], look[language]]) {
      expect(sentence).toMatch(/^[\p{Lu}a-z].*[.?]$/u);
      expect(sentence.length).toBeLessThan(200);
    }
  }
  expect(idea.en).not.toBe(idea.id);
  expect(look.en).not.toBe(look.id);
});

it("names no two diagnoses alike", () => {
  for (const language of languages) {
    const names = Object.values(causes).map(({ name }) => name[language]);
    expect(new Set(names).size).toBe(names.length);
  }
});
