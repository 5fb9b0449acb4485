import { basename, join, resolve } from "node:path";
import type { Command } from "commander";
import { UsageProblem } from "../model/usage-problem.ts";
import { packageRoot } from "../package-root.ts";
import { copyTemplate } from "./copy-template.ts";
import { initCourse } from "./init-course.ts";
import { inHelp } from "./speech.ts";

/** Adds `wirecheck init`. */
export function addInit(program: Command): void {
  program
    .command("init")
    .description("make a new lab: tests, a reference and two flawed programs that prove them; or a course")
    .argument("[folder]", "the new folder; its name becomes the lab's id", ".")
    .option("--course", "make a course instead: its file, a late policy, a class list and a workflow for CI")
    .addHelpText("after", inHelp(help))
    .action(init);
}

const help = {
  en: `
Examples:
  $ wirecheck init shout && wirecheck verify shout
  $ wirecheck init --course networks-2030`,
  id: `
Contoh:
  $ wirecheck init shout && wirecheck verify shout
  $ wirecheck init --course jaringan-2030`,
};

/** The id of the lab that is printed in docs/writing-a-lab.md. */
const templateId = "shout";

async function init(folder: string, { course }: { course?: boolean }): Promise<void> {
  return course ? initCourse(folder) : initLab(folder);
}

async function initLab(folder: string): Promise<void> {
  const id = labId(resolve(folder));
  const schema = join(packageRoot(), "lab.schema.json");
  const typed = await copyTemplate("lab", folder, (file, text) => adapted(file, text, { id, schema }));
  process.stdout.write(`\nNext: wirecheck verify ${typed}\n`);
}

/** The id of a lab, made from its folder's name. */
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

function adapted(file: string, text: string, { id, schema }: { id: string; schema: string }): string {
  if (file === "README.md") return text.replace(`# ${templateId}`, `# ${id}`);
  if (file !== "lab.yaml") return text;
  return text
    .replace(/^(# yaml-language-server: \$schema=).*$/m, (_, before: string) => `${before}${schema}`)
    .replace(/^id: .*$/m, `id: ${id}`);
}
