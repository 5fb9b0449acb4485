import type { Ending } from "../../support/words/test-words.ts";

/** The sign before a test, by how it ended; the words stand beside it for those who listen. */
export const signs: Record<Ending, string> = { passed: "✓", failed: "✗", notEarned: "·", skipped: "–", error: "!" };
