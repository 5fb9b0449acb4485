import { mkdir } from "node:fs/promises";
import type { Launcher, SourceTree } from "../launchers/launcher.ts";
import { commandLine } from "../launchers/tools/command-line.ts";
import { resolveTools } from "../launchers/tools/toolchain.ts";
import type { CannotLaunch, Launchable } from "../model/prepared-program.ts";
import type { Calls } from "../worker/calls.ts";
import { isSanitized } from "./is-sanitized.ts";

/** Builds a program once for all of its launches; what keeps it from being built is a value. */
export async function buildProgram(
  launcher: Launcher,
  tree: SourceTree,
  place: { files: string; build: string },
  calls: Calls,
): Promise<{ launch: Launchable | CannotLaunch; versions: Record<string, string> }> {
  const resolved = await resolveTools(launcher.tools);
  if ("missing" in resolved) {
    const names = resolved.missing.map((tool) => tool.package).join(" ");
    return { launch: { kind: "no-toolchain", package: names, language: launcher.title }, versions: {} };
  }
  const plan = launcher.plan(tree);
  await mkdir(place.build, { recursive: true });
  const lines = plan.build.map((command) => commandLine(command, resolved.tools));
  const report = await calls.call("build", {
    commands: lines.map(({ argv, env }) => ({ argv, env })),
    files: place.files,
    build: place.build,
    toolFolders: [...new Set(lines.flatMap((line) => line.toolFolders))],
  });
  const versions = Object.fromEntries(
    Object.values(resolved.tools).flatMap((tool) => (tool.version ? [[launcher.title, tool.version]] : [])),
  );
  if (report.status !== 0) {
    const oldLines = launcher.oldLines?.(tree.read(tree.entry)) ?? [];
    return { launch: { kind: "build-failed", output: withoutSandboxPaths(report.output), oldLines }, versions };
  }
  const { argv, env, toolFolders } = commandLine(plan.run, resolved.tools);
  const reservesMemory = plan.run.tool === null && (await isSanitized({ argv, env }, place));
  const launch = {
    // Its search for leaks would trace the program, which no program may do here, and end it with a status of its own.
    command: { argv, env: reservesMemory ? { ...env, ASAN_OPTIONS: "detect_leaks=0" } : env },
    pipedEnv: reservesMemory ? {} : { ...plan.run.pipedEnv },
    reservesMemory,
    files: place.files,
    build: place.build,
    toolFolders,
    language: launcher.title,
    closedOutput: launcher.closedOutput,
    cannotSet: [...(launcher.cannotSet ?? [])],
    entry: tree.entry,
  };
  return { launch, versions };
}

/** What the compiler said, with the hand-in's own paths only. */
function withoutSandboxPaths(output: string): string {
  return output.replaceAll(/\/home\/student\//g, "").replaceAll(/(?<=[\s"'(]|^)\/build\//gm, "");
}
