import type { FoundProgram } from "../model/result.ts";
import { forPowerShell } from "./powershell.ts";
import type { GradedTest } from "./rubric.ts";

/**
 * The command with which students see a fault for themselves: the test's `try-it`, with `{port}`, `{program}` (the
 * command that runs the program) and `{run}` (the same with its port) filled in; before it, for a program that must
 * be running already, how it is started. Null when the test has none, or none that works on this system.
 */
export function tryIt(
  test: GradedTest,
  program: FoundProgram | undefined,
  platform: NodeJS.Platform = process.platform,
): string | null {
  const written = test["try-it"];
  if (written === undefined || !program?.byHand) return null;
  const words: Record<string, string> = { ...program.byHand, port: String(program.byHand.port) };
  const fill = (line: string) =>
    forSystem(
      line.replaceAll(/\{(port|program|run)\}/g, (_, name: string) => String(words[name])),
      platform,
    );
  const command = fill(written);
  // A shell and PowerShell both take this line for a comment.
  const startsIt = /\{(?:program|run)\}/.test(written);
  return command === null || startsIt ? command : `# ${program.role}: ${fill("{run}")}\n${command}`;
}

/** The line for the student's system; null when it would not work there. */
function forSystem(line: string, platform: NodeJS.Platform): string | null {
  if (platform === "linux") return line;
  if (platform === "win32") return forPowerShell(line);
  return /\/proc\/|\bss\b|hostname -I/.test(line) ? null : line;
}
