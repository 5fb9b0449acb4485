import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { expect, it } from "vitest";
import { chooseLauncher } from "../../runner/launchers/choose-launcher.ts";
import { launchers } from "../../runner/launchers/index.ts";
import type { Command, Launcher } from "../../runner/launchers/launcher.ts";
import { commandLine } from "../../runner/launchers/tools/command-line.ts";
import { type ResolvedTool, resolveTools } from "../../runner/launchers/tools/toolchain.ts";
import { sampleTree } from "./sample-tree.ts";

/** The files of a hand-in by their names; the program is the first. */
type Files = Record<string, string>;

/** Tests that a launcher builds and runs programs which print "ok" and their first argument. */
export function itRuns(samples: Record<string, Files>): void {
  it.for(Object.entries(samples))("builds and runs %s", { timeout: 120_000 }, async ([, files], { skip }) => {
    const result = await launch(files, ["5000"]);
    if (result === null) return skip("its tools are not installed");
    for (const build of result.builds) expect(build).toMatchObject({ exitCode: 0 });
    expect(result.run?.all).toBe("ok 5000");
  });
}

/** Tests that the build of programs that are broken fails with a message. */
export function itReports(samples: [files: Files, message: string][]): void {
  it.for(samples)("reports what is wrong in %j", { timeout: 120_000 }, async ([files, message], { skip }) => {
    const result = await launch(files);
    if (result === null) return skip("its tools are not installed");
    expect(result.builds.at(-1)?.exitCode).not.toBe(0);
    expect(result.builds.at(-1)?.all).toContain(message);
  });
}

/** Tests that the small programs with which launchers try their tools can be built. */
export function itBuildsTrials(): void {
  const trials = Object.values(launchers as Record<string, Launcher>).flatMap(({ title, trial }) =>
    trial ? [{ title, trial }] : [],
  );
  it.for(trials)("builds the smallest program in $title", { timeout: 120_000 }, async ({ trial }, { skip }) => {
    const result = await launch(trial);
    if (result === null) return skip("its tools are not installed");
    for (const build of result.builds) expect(build).toMatchObject({ exitCode: 0 });
  });
}

interface Ended {
  exitCode?: number;
  all: string;
}

/** The outcome of every build command and, if all succeeded, of the run; null without tools. */
async function launch(files: Files, words: string[] = []): Promise<{ builds: Ended[]; run: Ended | null } | null> {
  const tree = sampleTree(files);
  const launcher: Launcher = launchers[chooseLauncher(tree) ?? "executable"];
  const resolved = await resolveTools(launcher.tools);
  if (!("tools" in resolved)) return null;
  const folder = await mkdtemp(join(tmpdir(), "wirecheck-launch-"));
  try {
    await writeFiles(folder, files);
    const plan = launcher.plan(tree);
    const builds: Ended[] = [];
    for (const command of plan.build) {
      builds.push(await start(command, resolved.tools, folder));
      if (builds.at(-1)?.exitCode !== 0) return { builds, run: null };
    }
    const run = await start({ ...plan.run, argv: [...plan.run.argv, ...words] }, resolved.tools, folder);
    return { builds, run };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, "files", name)), { recursive: true });
    await writeFile(join(folder, "files", name), text);
  }
  await mkdir(join(folder, "build"));
}

/** Starts a command as the arena does: in a fresh copy of the hand-in, without this process's environment. */
async function start(command: Command, tools: Record<string, ResolvedTool>, folder: string): Promise<Ended> {
  const line = commandLine(command, tools);
  const inPlace = (text: string) => text.replaceAll("{build}", join(folder, "build"));
  const copy = join(folder, "copy");
  await rm(copy, { recursive: true, force: true });
  await cp(join(folder, "files"), copy, { recursive: true });
  const [file = "", ...argv] = line.argv.map(inPlace);
  const variables = { ...line.env, ...command.pipedEnv };
  const env = Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, inPlace(value)]));
  const options = { cwd: copy, env: { HOME: folder, ...env }, extendEnv: false, reject: false, all: true } as const;
  const { exitCode, all } = await execa(file, argv, options);
  return { ...(exitCode !== undefined && { exitCode }), all };
}
