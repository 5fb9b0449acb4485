import { expect, it } from "vitest";
import { diagnosisCodes } from "../model/diagnosis-codes.ts";
import { languages } from "../model/text.ts";
import { diagnosisTexts } from "./diagnoses.ts";

it.each(diagnosisCodes)("%s has a name and whole sentences in every language", (code) => {
  const { name, idea, look } = diagnosisTexts[code];
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
    const names = diagnosisCodes.map((code) => diagnosisTexts[code].name[language]);
    expect(new Set(names).size).toBe(diagnosisCodes.length);
  }
});
