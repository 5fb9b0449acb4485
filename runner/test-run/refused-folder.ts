import type { LaunchedProgram } from "../steps/step-context.ts";
import { printed } from "../steps/support/printed.ts";

/**
 * Why a failure may be the machine's fault: a program reports that it may not use one of the folders that are open to every program
 * elsewhere and closed here; null if none does. Only wirecheck's own folders are meant, which have its name.
 */
export function refusedFolder(programs: Iterable<LaunchedProgram>, closed: readonly string[]): string | null {
  for (const program of programs) {
    const refusals = printed(program)
      .split("\n")
      .filter((line) => /permission denied|AccessDenied/i.test(line));
    const folder = closed.find((each) => refusals.some((line) => pathIn(each).test(line)));
    if (folder !== undefined)
      return `${program.role} uses ${folder} by name, which is closed to programs here, so that none reaches the files of another; tier full gives each a ${folder} of its own`;
  }
  return null;
}

function pathIn(folder: string): RegExp {
  return new RegExp(`(?<![\\w/.])${folder}/(?!\\S*wirecheck-)`);
}
