import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { shellWord } from "../launchers/support/words.ts";
import { UsageProblem } from "../model/usage-problem.ts";
import { packageRoot } from "../package-root.ts";
import { kindOfPath } from "./find-lab.ts";
import { shortPath } from "./unusable.ts";

/**
 * Copies the files of a template into a folder, and prints their names.
 *
 * @param adapted changes the text of a file for this folder
 * @returns the folder, quoted for a shell
 * @throws UsageProblem when one of the files exists already
 */
export async function copyTemplate(
  name: "lab" | "course",
  folder: string,
  adapted: (file: string, text: string) => string = (_, text) => text,
): Promise<string> {
  const template = join(packageRoot(), "template", name);
  const files = await filesIn(template);
  await refuseToOverwrite(folder, files.map(written), name);
  for (const file of files) {
    const text = await readFile(join(template, file), "utf8");
    const target = join(folder, written(file));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, adapted(file, text));
  }
  const where = shortPath(resolve(folder)) || ".";
  process.stdout.write(files.map((file) => `wrote ${join(where, written(file))}\n`).join(""));
  return shellWord(where);
}

/** The template has `dot-gitignore`, because npm does not publish a `.gitignore`, and git would obey one here. */
function written(file: string): string {
  return file.replace(/^dot-/, ".");
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

async function refuseToOverwrite(folder: string, files: readonly string[], name: string): Promise<void> {
  if ((await kindOfPath(folder)) === "file")
    throw new UsageProblem(`\`${folder}\` is a file: name a folder for the new ${name}`);
  const there = files.map((file) => join(folder, file)).find((file) => existsSync(file));
  if (there !== undefined) throw new UsageProblem(`there is a \`${there}\` already: choose another folder`);
}
