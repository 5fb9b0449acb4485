import { mkdir } from "node:fs/promises";
import { delimiter, join } from "node:path";
import type { Launcher, SourceTree } from "../launchers/launcher.ts";
import { commandLine } from "../launchers/tools/command-line.ts";
import { resolveTools } from "../launchers/tools/toolchain.ts";
import type { CannotLaunch, Launchable } from "../model/prepared-program.ts";
import type { Text } from "../model/text.ts";
import { lackTexts } from "../texts/lacks.ts";
import type { Calls } from "../worker/calls.ts";
import { binaryTraits } from "./binary-traits.ts";
import { missingLibraries } from "./missing-libraries.ts";
import { runBuild, whatBreaksEveryBuild } from "./run-build.ts";

/** Builds a program once for all its launches; returns why it cannot be launched if that fails. */
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
  const installed = tree.libraryFolder === undefined ? [] : [tree.libraryFolder];
  const report = await runBuild(plan, resolved.tools, { ...place, readable: installed }, calls);
  const versions = Object.fromEntries(
    Object.values(resolved.tools).flatMap((tool) => (tool.version ? [[launcher.title, tool.version]] : [])),
  );
  if (report.status !== 0) {
    const refusal = otherVersions(launcher, tree, report.output);
    if (refusal) return { launch: { kind: "lacking", reason: refusal }, versions };
    // A build that met a limit has begun to read the program.
    const isTried = report.limit === null;
    const broken = isTried ? await whatBreaksEveryBuild(launcher, resolved.tools, `${place.build}-trial`, calls) : null;
    if (broken !== null) {
      const reason = lackTexts.brokenToolchain({ language: launcher.title, said: broken });
      return { launch: { kind: "lacking", reason }, versions };
    }
    const oldLines = launcher.oldLines?.(tree.read(tree.entry)) ?? [];
    const limit = report.limit === null ? {} : { limit: report.limit };
    const output = withoutSandboxPaths(report.output);
    const failed = { kind: "build-failed", language: launcher.title, output, oldLines, ...limit } as const;
    return { launch: { ...failed, files: place.files, entry: tree.entry }, versions };
  }
  const { argv, env, toolFolders } = commandLine(plan.run, resolved.tools);
  const { isSanitized, bypassesLibraries } =
    plan.run.tool === null ? await binaryTraits({ argv, env }, place) : noTraits;
  const launch = {
    command: { argv, env: { ...withPath(env, launcher, tree), ...(isSanitized && sanitizerEnv) } },
    pipedEnv: isSanitized ? {} : { ...plan.run.pipedEnv },
    reservesMemory: isSanitized,
    bypassesLibraries,
    files: place.files,
    build: place.build,
    toolFolders: [...toolFolders, ...installed],
    language: launcher.title,
    closedOutput: launcher.closedOutput,
    needsTerminal: launcher.needsTerminal?.(tree) ?? false,
    holdsOutput: plan.run.pipedEnv !== undefined && Object.keys(plan.run.pipedEnv).length === 0,
    cannotSet: [...(launcher.cannotSet ?? [])],
    entry: tree.entry,
  };
  return { launch, versions };
}

/** The sentence if the hand-in asks for other versions of libraries than the course has installed; null if not. */
function otherVersions(launcher: Launcher, tree: SourceTree, output: string): Text | null {
  const signs = launcher.setup?.otherVersions;
  const libraries = launcher.libraries?.(tree) ?? [];
  if (tree.libraryFolder === undefined || signs === undefined || libraries.length === 0) return null;
  const [said] = output.split("\n").flatMap((line) => signs.exec(line)?.[1] ?? []);
  return said === undefined ? null : lackTexts.otherVersions({ language: launcher.title, libraries, said });
}

/** Adds the course's libraries to the path variable, after folders that the launcher has set. */
function withPath(env: Record<string, string>, { setup }: Launcher, { libraryFolder }: SourceTree) {
  if (libraryFolder === undefined || setup?.path === undefined) return env;
  const { variable, folder } = setup.path;
  const folders = [env[variable], join(libraryFolder, folder)].filter((each) => each !== undefined);
  return { ...env, [variable]: folders.join(delimiter) };
}

/** For interpreters and virtual machines, which use the C library. */
const noTraits = { isSanitized: false, bypassesLibraries: false };

/**
 * The sanitizer's search for leaks would trace the program, which the sandbox refuses, and change its exit status. It also must accept
 * that wirecheck's library is loaded before its own.
 */
const sanitizerEnv = { ASAN_OPTIONS: "detect_leaks=0:verify_asan_link_order=0" };

/** The compiler's output with paths relative to the hand-in. */
function withoutSandboxPaths(output: string): string {
  return output.replaceAll(/\/home\/student\//g, "").replaceAll(/(?<=[\s"'(]|^)\/build\//gm, "");
}
