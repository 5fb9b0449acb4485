import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Launcher, SourceTree } from "../launchers/launcher.ts";
import { commandLine } from "../launchers/tools/command-line.ts";
import type { ResolvedTool } from "../launchers/tools/toolchain.ts";

/** The libraries that a program needs and that are neither in its hand-in, nor on this machine, nor installed by the course. */
export async function missingLibraries(
  launcher: Launcher,
  tree: SourceTree,
  tools: Readonly<Record<string, ResolvedTool>>,
): Promise<string[]> {
  const needed = launcher.libraries?.(tree) ?? [];
  const { missingLibraries: question, setup } = launcher;
  const { libraryFolder } = tree;
  if (needed.length === 0) return needed;
  if (!question) {
    const { placeOf } = setup ?? {};
    if (libraryFolder === undefined || placeOf === undefined) return needed;
    return needed.filter((name) => !existsSync(join(libraryFolder, placeOf(name))));
  }
  const { argv, env } = commandLine(question, tools);
  const [tool = "", ...args] = argv;
  const installed = libraryFolder && setup?.path ? join(libraryFolder, setup.path.folder) : "";
  // Loaded here because most hand-ins need no library.
  const { execa } = await import("execa");
  const { stdout } = await execa(tool, [...args, ...needed], {
    env: { ...env, WIRECHECK_LIBRARIES: installed },
    extendEnv: false,
    timeout: answerTimeoutMs,
  });
  return stdout.split("\n").filter((name) => needed.includes(name));
}

const answerTimeoutMs = 30_000;
