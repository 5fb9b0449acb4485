import type { LaunchedProgram } from "../steps/step-context.ts";

/** Bytes of each stream that a result keeps from its beginning and from its end. */
const keptHead = 12 * 1024;
const keptTail = 4 * 1024;

/** What a program printed, as text; the middle of very long output is left out and its bytes are counted. */
export function keepOutput(launched: LaunchedProgram | undefined): { stdout: string; stderr: string } {
  if (launched === undefined) return { stdout: "", stderr: "" };
  return { stdout: keep(launched.output.stdout), stderr: keep(launched.output.stderr) };
}

function keep(chunks: readonly Buffer[]): string {
  const bytes = Buffer.concat(chunks);
  if (bytes.length <= keptHead + keptTail) return bytes.toString();
  const left = bytes.length - keptHead - keptTail;
  return `${bytes.subarray(0, keptHead)}\n… ${left} bytes …\n${bytes.subarray(-keptTail)}`;
}
