import { mkdir } from "node:fs/promises";
import type { Launcher, SourceTree } from "../launchers/launcher.ts";
import { commandLine } from "../launchers/tools/command-line.ts";
import { resolveTools } from "../launchers/tools/toolchain.ts";
import type { CannotLaunch, Launchable } from "../model/prepared-program.ts";
import { lackTexts } from "../texts/lacks.ts";
import type { Calls } from "../worker/calls.ts";
import { binaryTraits } from "./binary-traits.ts";
import { missingLibraries } from "./missing-libraries.ts";

/** Builds a program once for all of its launches; what keeps it from being built is a value. */
export async function buildProgram(
  launcher: Launcher,
  tree: SourceTree,
  place: { files: string; build: string },
  calls: Calls,
): Promise<{ launch: Launchable | CannotLaunch; versions: Record<string, string> }> {
  const resolved = await resolveTools(launcher.tools);
  if ("missing" in resolved) {
    const packages = resolved.missing.map((tool) => tool.package).join(" ");
    return {
      launch: { kind: "lacking", reason: lackTexts.toolchain({ language: launcher.title, packages }) },
      versions: {},
    };
  }
  const libraries = await missingLibraries(launcher, tree, resolved.tools);
  if (libraries.length > 0) {
    const reason = lackTexts.libraries({ language: launcher.title, libraries });
    return { launch: { kind: "lacking", reason }, versions: {} };
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
  const { isSanitized, bypassesLibraries } =
    plan.run.tool === null ? await binaryTraits({ argv, env }, place) : noTraits;
  const launch = {
    command: { argv, env: isSanitized ? { ...env, ...sanitizerEnv } : env },
    pipedEnv: isSanitized ? {} : { ...plan.run.pipedEnv },
    reservesMemory: isSanitized,
    bypassesLibraries,
    files: place.files,
    build: place.build,
    toolFolders,
    language: launcher.title,
    closedOutput: launcher.closedOutput,
    holdsOutput: plan.run.pipedEnv !== undefined && Object.keys(plan.run.pipedEnv).length === 0,
    cannotSet: [...(launcher.cannotSet ?? [])],
    entry: tree.entry,
  };
  return { launch, versions };
}

/** Interpreters and virtual machines heed libraries as any program. */
const noTraits = { isSanitized: false, bypassesLibraries: false };

/**
 * The sanitizer's search for leaks would trace the program, which no program may do here, and end it with a status of its own;
 * a library of ours may be loaded before its own.
 */
const sanitizerEnv = { ASAN_OPTIONS: "detect_leaks=0:verify_asan_link_order=0" };

/** What the compiler said, with the hand-in's own paths only. */
function withoutSandboxPaths(output: string): string {
  return output.replaceAll(/\/home\/student\//g, "").replaceAll(/(?<=[\s"'(]|^)\/build\//gm, "");
}
