import type { OutputSigns } from "../output-signs.ts";

/**
 * How Perl prints errors: `MESSAGE at FILE line N.`; errors of the system are worded as in the C library.
 * `die "cannot listen: $!"` adds the place to a message of the program's own, so only messages of the interpreter (perldiag)
 * count as stack traces.
 */
export const perlOutput: OutputSigns = {
  stackTrace: [
    /^(?:Can't (?:call method|locate|use|modify|return|find|coerce)|Undefined subroutine|Not an? \w+ reference|Illegal |Modification of |Bad (?:arg|name|symbol)|Usage: \w+::)[^\n]* at \S+ line \d+/m,
  ],
  errorLine: /^\S[^\n]* at \S+ line \d+(?:, <\S*> (?:line|chunk) \d+)?\.$/,
  place: /\bat (?<file>[\w./@-]+) line (?<line>\d+)/g,
  libraryFrame: / at \/usr\/\S+\.pm line \d+/,
  errors: {
    "out-of-memory": /^Out of memory/m,
    "no-more-threads": /\bfork\b[^\n]*Resource temporarily unavailable/,
    "not-text": /does not map to Unicode|Wide character in /,
  },
};
