import type { LaunchedProgram } from "../step-context.ts";

/** Everything that a program has printed, standard output first; standard error begins on a new line. */
export function printed({ output }: LaunchedProgram): string {
  return `${Buffer.concat(output.stdout)}\n${Buffer.concat(output.stderr)}`;
}

/** How much a program has printed, in bytes of each stream. */
export function printedBytes({ output }: LaunchedProgram): { stdout: number; stderr: number } {
  const length = (chunks: readonly Buffer[]) => chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  return { stdout: length(output.stdout), stderr: length(output.stderr) };
}
