import type { Actor } from "../steps/scene.ts";

/** Bytes of each stream that a result keeps from its beginning and from its end. */
const keptHead = 12 * 1024;
const keptTail = 4 * 1024;

/** What a program printed, as text; the middle of a flood is left out and counted. */
export function keepOutput(actor: Actor | undefined): { stdout: string; stderr: string } {
  if (actor === undefined) return { stdout: "", stderr: "" };
  return { stdout: keep(actor.output.stdout), stderr: keep(actor.output.stderr) };
}

function keep(chunks: readonly Buffer[]): string {
  const bytes = Buffer.concat(chunks);
  if (bytes.length <= keptHead + keptTail) return bytes.toString();
  const left = bytes.length - keptHead - keptTail;
  return `${bytes.subarray(0, keptHead)}\n… ${left} bytes …\n${bytes.subarray(-keptTail)}`;
}
