import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Text } from "../model/text.ts";
import { UsageProblem } from "../model/usage-problem.ts";
import { packageRoot } from "../package-root.ts";
import { nearest } from "../spec/nearest.ts";
import { usageTexts } from "../texts/usage.ts";

const labFile = "lab.yaml";
/** Names of a lab that is a module. */
const labModules = ["lab.ts", "lab.mts", "lab.mjs", "lab.js"];

/** The labs that come with wirecheck. */
function ownLabs(): string {
  return join(packageRoot(), "specs");
}

/**
 * The file of a lab, which is named by its id, by the path of its file or by its folder.
 *
 * @param labs the folder whose subfolders are the labs known by id
 * @throws UsageProblem when there is no such lab
 */
export async function findLab(name: string, labs = ownLabs()): Promise<string> {
  const ids = await labIds(labs);
  if (ids.includes(name)) return join(labs, name, labFile);
  switch (await kindOfPath(name)) {
    case "file":
      return name;
    case "folder":
      for (const file of [labFile, ...labModules])
        if ((await kindOfPath(join(name, file))) === "file") return join(name, file);
      throw new UsageProblem(usageTexts.noLabIn(name));
    default:
      throw new UsageProblem(notFound(name, ids));
  }
}

/** The ids of the labs in a folder, sorted. */
export async function labIds(labs = ownLabs()): Promise<string[]> {
  const entries = await readdir(labs, { withFileTypes: true });
  const ids = await Promise.all(
    entries.map(async ({ name }) => ((await kindOfPath(join(labs, name, labFile))) === "file" ? [name] : [])),
  );
  return ids.flat().sort();
}

function notFound(name: string, ids: readonly string[]): Text {
  return /[/\\]|\.ya?ml$/.test(name) ? usageTexts.noLabAt(name) : usageTexts.unknownLab(name, nearest(name, ids));
}

/** What is at a path, following links; everything except a folder counts as a file. */
export async function kindOfPath(path: string): Promise<"file" | "folder" | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return undefined;
  return found.isDirectory() ? "folder" : "file";
}
