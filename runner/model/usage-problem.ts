import type { Language, Text } from "./text.ts";

/**
 * What the user asked for cannot be done as asked. It is a bug neither of wirecheck nor of the lab: the command line
 * prints the sentence without a stack trace and exits with status 2.
 */
export class UsageProblem extends Error {
  override name = "UsageProblem";
  readonly #words: Text | null;

  constructor(words: string | Text) {
    super(typeof words === "string" ? words : words.en);
    this.#words = typeof words === "string" ? null : words;
  }

  /** The sentence in a language; what only authors and instructors meet is told in English. */
  told(language: Language): string {
    return this.#words?.[language] ?? this.message;
  }
}

/** This machine cannot do what was asked for: printed in the same way, but the exit status is 3. */
export class MachineProblem extends Error {
  override name = "MachineProblem";
}
