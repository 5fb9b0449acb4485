import { readFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { glob } from "tinyglobby";
import type { Lab } from "../spec/lab.ts";
import { foldersOf } from "../spec/lab-paths.ts";

/** A file of an archive: what it holds, or the file that it is a copy of. */
export interface ArchiveFile {
  path: string;
  from: { file: string } | { content: string };
  isExecutable?: boolean;
}

/** wirecheck as it is installed in a folder, below `wirecheck/`, without the packages that it depends on. */
export async function packageFiles(root: string): Promise<ArchiveFile[]> {
  const manifest = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { files: string[] };
  const patterns = manifest.files.flatMap((entry) =>
    entry.startsWith("!") ? [`${entry}/**`] : [entry, `${entry}/**`],
  );
  return copies(root, ["package.json", ...patterns], "wirecheck");
}

/**
 * The name by which a lab is called where these files lie, and the files: none for a lab of wirecheck's own; for another the
 * folders that it is in and refers to, as they lie to one another.
 */
export async function labFiles(
  lab: Lab,
  labFile: string,
  root: string,
): Promise<{ name: string; files: ArchiveFile[] }> {
  const file = resolve(labFile);
  if (isInside(file, join(root, "specs"))) return { name: lab.id, files: [] };
  const needed = [dirname(file), ...foldersOf(lab, dirname)];
  const base = needed.reduce(commonFolder);
  const patterns = needed.flatMap((path) => {
    const inside = relative(base, path).split(sep).join("/") || ".";
    return inside === "." ? ["**"] : [inside, `${inside}/**`];
  });
  const files = await copies(base, [...patterns, "!**/node_modules/**", "!**/.git/**"], "lab");
  return { name: `lab/${relative(base, file).split(sep).join("/")}`, files };
}

async function copies(folder: string, patterns: string[], below: string): Promise<ArchiveFile[]> {
  const found = await glob(patterns, { cwd: folder, dot: true, expandDirectories: false });
  return found.sort().map((path) => ({ path: `${below}/${path}`, from: { file: join(folder, path) } }));
}

function isInside(path: string, folder: string): boolean {
  return !relative(folder, path).startsWith("..");
}

function commonFolder(one: string, other: string): string {
  let folder = one;
  while (!isInside(other, folder)) folder = dirname(folder);
  return folder;
}
