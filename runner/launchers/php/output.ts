import type { OutputSigns } from "../output-signs.ts";

/** How PHP prints errors; errors of the system are worded as in the C library. */
export const phpOutput: OutputSigns = {
  stackTrace: [/^(?:PHP )?Fatal error: +Uncaught /m, /^#\d+ (?:\S+\.php\(\d+\): |\{main\}$)/m],
  errorLine: /^(?:PHP )?(?:Fatal|Parse) error: /,
  place: /(?<file>[\w./@-]+\.php)(?::|\(| on line )(?<line>\d+)/g,
  errors: {
    "out-of-memory": /Allowed memory size of \d+ bytes exhausted/,
    "no-more-threads": /pcntl_fork\(\): Error \d+/,
    "not-text": /Malformed UTF-8|Detected an illegal character in input string/,
  },
};
