import type { OutputSigns } from "../output-signs.ts";

/** How Python prints errors. */
export const pythonOutput: OutputSigns = {
  stackTrace: [/^Traceback \(most recent call last\):/m],
  // Before Python 3.12, asyncio logs this when Ctrl-C cancels the handler of a connected client, even if the program
  // catches every error that reaches it.
  harmless:
    /^Exception in callback StreamReaderProtocol\.connection_made.*\n(?:handle: .*\n)?(?:Traceback .*\n(?: .*\n)+.*\n\n.* exception.*:\n\n)*Traceback .*\n(?: .*\n)+asyncio\.exceptions\.CancelledError$/gm,
  errorLine: /^\s*[\w.$]*(?:Error|Exception|Interrupt)\b/,
  uncaught: endOfTraceback,
  outermostFirst: lastTraceback,
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

/** Where the last traceback ends: its first line that is not indented names the error, of any module. */
function endOfTraceback(output: string): string | null {
  const lines = lastTraceback(output)?.split("\n").slice(1);
  return lines?.find((line) => /^\S/.test(line))?.trim() ?? null;
}

/** Of errors that were raised while another was handled, the last one ended the program. */
function lastTraceback(output: string): string | null {
  const at = output.lastIndexOf("Traceback (most recent call last):");
  return at < 0 ? null : output.slice(at);
}
