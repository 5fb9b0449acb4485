import { execa } from "execa";
import type { Launcher, SourceTree } from "../launchers/launcher.ts";
import { commandLine } from "../launchers/tools/command-line.ts";
import type { ResolvedTool } from "../launchers/tools/toolchain.ts";

/** Libraries that a program needs, and that neither its hand-in nor this machine has. */
export async function missingLibraries(
  launcher: Launcher,
  tree: SourceTree,
  tools: Readonly<Record<string, ResolvedTool>>,
): Promise<string[]> {
  const needed = launcher.libraries?.(tree) ?? [];
  if (needed.length === 0 || !launcher.missingLibraries) return needed;
  const { argv, env } = commandLine(launcher.missingLibraries, tools);
  const [tool = "", ...args] = argv;
  const { stdout } = await execa(tool, [...args, ...needed], { env, extendEnv: false, timeout: answerTimeoutMs });
  return stdout.split("\n").filter((name) => needed.includes(name));
}

const answerTimeoutMs = 30_000;
