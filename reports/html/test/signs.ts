import type { Ending } from "../../support/words/test-words.ts";

/** The sign before a test, by how it ended; next to it there are words for screen readers. */
export const signs: Record<Ending, string> = { passed: "✓", failed: "✗", notEarned: "·", skipped: "–", error: "!" };
