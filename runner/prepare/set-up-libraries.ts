import { createHash } from "node:crypto";
import { cp, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { LibrarySetup } from "../launchers/launcher.ts";
import { setups } from "../launchers/setups.ts";
import { commandLine } from "../launchers/tools/command-line.ts";
import { keptFolder } from "../launchers/tools/tool-cache.ts";
import { resolveTools } from "../launchers/tools/toolchain.ts";
import { MachineProblem, UsageProblem } from "../model/usage-problem.ts";
import type { Lab } from "../spec/lab.ts";

/** Folders of installed libraries, by language. */
export type Libraries = ReadonlyMap<string, string>;

/**
 * Installs the libraries that a lab lets hand-ins use, once for all hand-ins; an unchanged folder is not installed again. This is the
 * only part of wirecheck that uses the network.
 *
 * @param onInstall called before an installation, which may take a while
 * @throws UsageProblem if a folder or file of the lab is missing, and MachineProblem if the machine or the network fails
 */
export async function setUpLibraries(
  { setup = {} }: Pick<Lab, "setup">,
  onInstall: (language: string, folder: string) => void = () => {},
): Promise<Libraries> {
  const found = new Map<string, string>();
  for (const [language, folder] of Object.entries(setup)) {
    const how = setups.get(language);
    if (how) found.set(language, await installed(how, folder, () => onInstall(language, folder)));
  }
  return found;
}

/** Digest of the folders from which libraries are installed; null if there are none. */
export async function setupDigest({ setup = {} }: Pick<Lab, "setup">): Promise<string | null> {
  const entries = Object.entries(setup).sort(([a], [b]) => (a < b ? -1 : 1));
  if (entries.length === 0) return null;
  const digests = [];
  for (const [language, folder] of entries) digests.push(`${language} ${await digestOf(folder)}`);
  return createHash("sha256").update(digests.join("\n")).digest("hex");
}

async function installed(how: LibrarySetup, folder: string, onInstall: () => void): Promise<string> {
  const resolved = await resolveTools(how.tools);
  if ("missing" in resolved) {
    const packages = resolved.missing.map((tool) => tool.package).join(" ");
    throw new MachineProblem(`setup: ${how.language} needs ${packages} to install libraries`);
  }
  const { tools } = resolved;
  const versions = Object.values(tools).map(({ path, version }) => [path, version]);
  const identity = JSON.stringify([how.install, versions, await digestOf(folder, how.manifests)]);
  const known = made.get(identity) ?? keptFolder(`libraries-${how.language}`, identity, fill);
  made.set(identity, known);
  const kept = await known;
  if (kept !== null) return kept;
  throw new MachineProblem("setup: there is no folder to keep libraries in: set XDG_CACHE_HOME");

  async function fill(target: string): Promise<void> {
    await cp(folder, target, { recursive: true });
    const names = await readdir(target);
    if (how.vendored === undefined || !names.includes(how.vendored)) {
      onInstall();
      for (const command of how.install) {
        const { argv, env } = commandLine(command, tools);
        await install(how, argv, fillIn(env, target), target);
      }
    }
    // The users of sandboxes must be able to read the files, with any mode.
    const { execa } = await import("execa");
    await execa("chmod", ["-R", "a+rX", target]);
  }
}

/** The installations of this process, by what they depend on. */
const made = new Map<string, Promise<string | null>>();

async function install(
  { language }: LibrarySetup,
  [tool = "", ...args]: readonly string[],
  env: Record<string, string>,
  target: string,
): Promise<void> {
  const { execa } = await import("execa");
  const { exitCode, all } = await execa(tool, args, { cwd: target, env, all: true, reject: false, stdin: "ignore" });
  if (exitCode === 0) return;
  const lines = (all ?? "").trim().split("\n").slice(-mostLines);
  const said = lines.map((line) => `  ${line.trim()}`).join("\n");
  throw new MachineProblem(`setup: the libraries for ${language} could not be installed:\n${said}`);
}

const mostLines = 8;

function fillIn(env: Readonly<Record<string, string>>, target: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).map(([name, value]) => [name, value.replaceAll("{libraries}", target)]),
  );
}

/** Digest of a folder's files, among which the needed ones must be. */
async function digestOf(folder: string, needed: readonly string[] = []): Promise<string> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => null);
  if (entries === null) throw new UsageProblem(`setup: there is no folder ${folder}`);
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const lacking = needed.filter((name) => !files.includes(join(folder, name)));
  if (lacking.length > 0) throw new UsageProblem(`setup: ${folder} lacks ${lacking.join(" and ")}`);
  const hash = createHash("sha256");
  for (const file of files.sort()) {
    const content = await readFile(file);
    hash.update(`${file.slice(folder.length)}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}
