import type { Language, Text } from "./text.ts";

/**
 * Thrown if the user has asked for something that cannot be done. It is not a bug: the command line prints the sentence without a stack
 * trace and exits with status 2.
 */
export class UsageProblem extends Error {
  override name = "UsageProblem";
  readonly #words: Text | null;

  constructor(words: string | Text) {
    super(typeof words === "string" ? words : words.en);
    this.#words = typeof words === "string" ? null : words;
  }

  /** The sentence in a language; sentences for authors and instructors are in English only. */
  told(language: Language): string {
    return this.#words?.[language] ?? this.message;
  }
}

/** Thrown if this machine cannot do what was asked for: printed in the same way, but the exit status is 3. */
export class MachineProblem extends Error {
  override name = "MachineProblem";
}
