import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import type { Command } from "commander";
import { packageRoot } from "../package-root.ts";
import { shortPath, UsageProblem } from "./usage-problem.ts";

/** Adds `wirecheck init`. */
export function addInit(program: Command): void {
  program
    .command("init")
    .description("make a new lab: tests, a reference and two flawed programs that prove them")
    .argument("[folder]", "where; its name becomes the lab's id", ".")
    .addHelpText("after", "\nExample:\n  $ wirecheck init shout && wirecheck verify shout")
    .action(initLab);
}

/** The lab that is printed in docs/writing-a-lab.md, and its id. */
const template = join(packageRoot(), "template/lab");
const templateId = "shout";

async function initLab(folder: string): Promise<void> {
  const id = labId(resolve(folder));
  const files = await filesIn(template);
  await refuseToOverwrite(folder, files);
  const schema = join(packageRoot(), "lab.schema.json");
  for (const file of files) {
    const text = await readFile(join(template, file), "utf8");
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), adapted(file, text, { id, schema }));
  }
  const where = shortPath(resolve(folder)) || ".";
  const typed = /[^\w./-]/.test(where) ? `'${where.replaceAll("'", "'\\''")}'` : where;
  process.stdout.write(
    `${files.map((file) => `wrote ${join(where, file)}\n`).join("")}\nNext: wirecheck verify ${typed}\n`,
  );
}

/** What a folder's name is as an id. */
function labId(folder: string): string {
  const id = basename(folder)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^[^a-z]+|-$/g, "");
  if (id === "")
    throw new UsageProblem(
      `the folder's name becomes the id of the lab, and \`${basename(folder)}\` has no letter from a to z: choose another`,
    );
  return id;
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

async function refuseToOverwrite(folder: string, files: readonly string[]): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (found !== null && !found.isDirectory())
    throw new UsageProblem(`\`${folder}\` is a file: name a folder for the new lab`);
  for (const file of files) {
    const isThere = await stat(join(folder, file)).then(
      () => true,
      () => false,
    );
    if (isThere) throw new UsageProblem(`there is a \`${join(folder, file)}\` already: choose another folder`);
  }
}

function adapted(file: string, text: string, { id, schema }: { id: string; schema: string }): string {
  if (file === "README.md") return text.replace(`# ${templateId}`, `# ${id}`);
  if (file !== "lab.yaml") return text;
  return text
    .replace(/^(# yaml-language-server: \$schema=).*$/m, (_, before: string) => `${before}${schema}`)
    .replace(/^id: .*$/m, `id: ${id}`);
}
