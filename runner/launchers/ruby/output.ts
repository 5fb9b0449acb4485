import type { OutputSigns } from "../output-signs.ts";

/** How Ruby prints errors; errors of the system are worded as in the C library, with their names. */
export const rubyOutput: OutputSigns = {
  // Since Ruby 3.4 the name of a method is quoted on both sides alike.
  stackTrace: [/^[ \t]*(?:from )?\S[^\n]*\.rb:\d+:in [`']/m],
  errorLine: /^\S[^\n]*\.rb:\d+:in [`'][^\n]*': /,
  errors: {
    "out-of-memory": /NoMemoryError|failed to allocate memory/,
    "no-more-threads": /can't (?:create|alloc) [Tt]hread|\bfork\b.*\(Errno::EAGAIN\)/,
    "not-text": /invalid byte sequence in UTF-8|incompatible character encodings|Encoding::\w+Error/,
  },
};
