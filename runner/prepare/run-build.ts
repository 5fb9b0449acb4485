import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Launcher, LaunchPlan } from "../launchers/launcher.ts";
import { commandLine } from "../launchers/tools/command-line.ts";
import type { ResolvedTool } from "../launchers/tools/toolchain.ts";
import type { Calls } from "../worker/calls.ts";
import type { BuildReport } from "../worker/protocol.ts";

type Tools = Readonly<Record<string, ResolvedTool>>;

/** Has a worker run the commands that build a program; `readable` has further folders that they read. */
export function runBuild(
  { build }: LaunchPlan,
  tools: Tools,
  place: { files: string; build: string; readable: readonly string[] },
  calls: Calls,
): Promise<BuildReport> {
  const lines = build.map((command) => commandLine(command, tools));
  return calls.call("build", {
    commands: lines.map(({ argv, env }) => ({ argv, env })),
    files: place.files,
    build: place.build,
    toolFolders: [...new Set([...lines.flatMap((line) => line.toolFolders), ...place.readable])],
  });
}

/**
 * What the compiler says of the language's trial program, if it cannot build even that; null if it can, or if there is none.
 *
 * @param folder a new folder for it
 */
export async function whatBreaksEveryBuild(
  launcher: Launcher,
  tools: Tools,
  folder: string,
  calls: Calls,
): Promise<string | null> {
  const { trial } = launcher;
  if (trial === undefined) return null;
  const files = Object.keys(trial);
  const place = { files: join(folder, "files"), build: join(folder, "build"), readable: [] };
  await mkdir(place.files, { recursive: true });
  await mkdir(place.build);
  for (const file of files) await writeFile(join(place.files, file), trial[file] ?? "");
  const plan = launcher.plan({ entry: files[0] ?? "", files, read: (file) => trial[file] ?? "" });
  const { status, output } = await runBuild(plan, tools, place, calls);
  if (status === 0) return null;
  const lines = output.split("\n").map((line) => line.trim());
  return lines.find((line) => /error/i.test(line)) ?? lines.find((line) => line !== "") ?? `status ${status}`;
}
