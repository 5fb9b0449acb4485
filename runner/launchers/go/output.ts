import type { OutputSigns } from "../output-signs.ts";

/** How Go prints errors; errors of the system are worded as in the C library. */
export const goOutput: OutputSigns = {
  stackTrace: [/^(?:panic: |goroutine \d+ \[)/m],
  errorLine: /^\s*panic: /,
  errors: { "no-more-threads": /failed to create new OS thread/ },
};
