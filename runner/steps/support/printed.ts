import type { LaunchedProgram } from "../step-context.ts";

/** Everything a program has printed, standard output before standard error; a prompt is a line of its own. */
export function printed({ output }: LaunchedProgram): string {
  return `${Buffer.concat(output.stdout)}\n${Buffer.concat(output.stderr)}`;
}

/** How much a program has printed, in bytes of each stream. */
export function printedBytes({ output }: LaunchedProgram): { stdout: number; stderr: number } {
  const length = (chunks: readonly Buffer[]) => chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  return { stdout: length(output.stdout), stderr: length(output.stderr) };
}

/** First lines by which the languages' stack traces are known. */
const traces = [
  /^Traceback \(most recent call last\):/m, // Python
  /^Exception in thread "/m, // Java, uncaught
  /^\s+at [\w$.<>]+\([\w$]+\.java:\d+\)/m, // Java, printStackTrace
  /^\s+at .+\((node:[\w/]+|.*\.[cm]?[jt]s):\d+:\d+\)/m, // JavaScript
  /^(panic: |goroutine \d+ \[)/m, // Go
  /^thread '[^']*'( \(\d+\))? panicked at /m, // Rust
  /^terminate called (after throwing|without)/m, // C++
];

/**
 * What asyncio before Python 3.12 logs of its own accord when Ctrl-C cancels the handler of a connected client: no error of the
 * program's, which may well have caught everything that reached it.
 */
const cancelledStream =
  /^Exception in callback StreamReaderProtocol\.connection_made.*\n(?:handle: .*\n)?(?:Traceback .*\n(?: .*\n)+.*\n\n.* exception.*:\n\n)*Traceback .*\n(?: .*\n)+asyncio\.exceptions\.CancelledError$/gm;

/** The line at which a stack trace begins, or null when there is none. */
export function tracebackIn(output: string): string | null {
  const own = output.replace(cancelledStream, "");
  for (const trace of traces) {
    const found = trace.exec(own);
    if (found) return own.slice(found.index).split("\n", 1)[0]?.trim() ?? "";
  }
  return null;
}
