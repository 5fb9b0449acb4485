import type { OutputSigns } from "../output-signs.ts";

/** How Python prints that something went wrong. */
export const pythonOutput: OutputSigns = {
  stackTrace: [/^Traceback \(most recent call last\):/m],
  // Before Python 3.12, asyncio logs this when Ctrl-C cancels the handler of a connected client, even where the program
  // catches every error that reaches it.
  harmless:
    /^Exception in callback StreamReaderProtocol\.connection_made.*\n(?:handle: .*\n)?(?:Traceback .*\n(?: .*\n)+.*\n\n.* exception.*:\n\n)*Traceback .*\n(?: .*\n)+asyncio\.exceptions\.CancelledError$/gm,
  errorLine: /^\s*[\w.$]*(?:Error|Exception|Interrupt)\b/,
  place: /File "(?<file>[^"]+)", line (?<line>\d+)/g,
  errors: {
    "address-in-use": /\b[Ee]rrno 98\b/,
    "connection-reset": /Connection(?:Reset|Aborted)|BrokenPipe/,
    "out-of-memory": /^MemoryError/,
    // fork's error does not name the call; the line of source above it does.
    "no-more-threads": /can't start new thread|\bfork\(\).*\n(?:[\s^~]*\n)?BlockingIOError: .*/,
    "not-text": /codec can't (?:de|en)code/,
  },
};
