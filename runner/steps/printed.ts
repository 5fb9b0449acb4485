import type { Actor } from "./scene.ts";

/** Everything a program has printed, standard output before standard error; a prompt is a line of its own. */
export function printed({ output }: Actor): string {
  return `${Buffer.concat(output.stdout)}\n${Buffer.concat(output.stderr)}`;
}

/** How much a program has printed, in bytes of each stream. */
export function printedBytes({ output }: Actor): { stdout: number; stderr: number } {
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

/** The line at which a stack trace begins, or null when there is none. */
export function tracebackIn(output: string): string | null {
  for (const trace of traces) {
    const found = trace.exec(output);
    if (found) return output.slice(found.index).split("\n", 1)[0]?.trim() ?? "";
  }
  return null;
}
