import type { OutputSigns } from "../output-signs.ts";

/** How Rust prints errors. */
export const rustOutput: OutputSigns = {
  stackTrace: [/^thread '[^']*'( \(\d+\))? panicked at /m],
  // The message is on the line after the one with the place.
  errorLine: /(?<=panicked at [^\n]*\n)[^\n]+/,
  errors: {
    "address-in-use": /AddrInUse/,
    "connection-reset": /ConnectionReset|ConnectionAborted|BrokenPipe/,
    "out-of-memory": /memory allocation of/,
    "no-more-threads": /failed to spawn thread/,
    "not-text": /Utf8Error|did not contain valid UTF-8|invalid utf-8/,
  },
};
