import { join } from "node:path";
import { shellWord } from "../launchers/support/words.ts";
import type { Language } from "../model/text.ts";
import { packageRoot } from "../package-root.ts";
import type { Lab } from "../spec/lab.ts";
import { type ArchiveFile, labFiles, packageFiles } from "./carried-files.ts";

/** What an autograder is made of. */
export interface Autograder {
  lab: Lab;
  /** Path of the lab.yaml. */
  labFile: string;
  language: Language;
  /** Debian packages of the languages that hand-ins are written in. */
  packages: readonly string[];
  /** Path of a late.yaml. */
  policy?: string | undefined;
}

/**
 * The files of an autograder for Gradescope: its two scripts, wirecheck as it is installed here without the packages that it
 * depends on, and the lab where it is not one of wirecheck's own.
 * See https://gradescope-autograders.readthedocs.io/en/latest/specs/.
 */
export async function gradescopeAutograder(made: Autograder): Promise<ArchiveFile[]> {
  const root = packageRoot();
  const { name, files } = await labFiles(made.lab, made.labFile, root);
  return [
    ...["setup.sh", "run_autograder"].map((script) => executable(root, script)),
    { path: "settings.sh", from: { content: settings(made, name) } },
    ...(made.policy === undefined ? [] : [{ path: "late.yaml", from: { file: made.policy } }]),
    ...files,
    ...(await packageFiles(root)),
  ];
}

function executable(root: string, path: string): ArchiveFile {
  return { path, from: { file: join(root, "integrations/gradescope", path) }, isExecutable: true };
}

/** What the two scripts read; a lab of the archive is found from the folder that they work in. */
function settings({ language, packages }: Autograder, lab: string): string {
  return [
    "# What setup.sh and run_autograder go by.",
    `lab=${shellWord(lab)}`,
    `language=${language}`,
    `packages=${shellWord(packages.join(" "))}`,
    "",
  ].join("\n");
}
