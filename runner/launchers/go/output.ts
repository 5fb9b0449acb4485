import type { OutputSigns } from "../output-signs.ts";

/** How Go prints that something went wrong; it words errors of the system as the C library does. */
export const goOutput: OutputSigns = {
  stackTrace: [/^(?:panic: |goroutine \d+ \[)/m],
  errorLine: /^\s*panic: /,
  errors: { "no-more-threads": /failed to create new OS thread/ },
};
