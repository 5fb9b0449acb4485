import { Argument, type Command } from "commander";
import { readPolicyByNames } from "../class/read-policy.ts";
import { gradescopeAutograder } from "../export/gradescope.ts";
import { writeZip } from "../export/write-zip.ts";
import type { Language } from "../model/text.ts";
import { UsageProblem } from "../model/usage-problem.ts";
import { orThrow } from "./class-marking.ts";
import { findLab, kindOfPath } from "./find-lab.ts";
import { languageOption } from "./options.ts";
import { readLab } from "./read-lab.ts";
import { inHelp } from "./speech.ts";

interface ExportFlags {
  lang: Language;
  out: string;
  packages: string[];
  policy?: string;
}

/** Adds `wirecheck export`. */
export function addExport(program: Command): void {
  program
    .command("export")
    .description("make an autograder for another platform")
    .addArgument(new Argument("<platform>", "the platform").choices(["gradescope"]))
    .argument("<lab>", "id of a lab (`wirecheck labs`), or path of a lab.yaml or its folder")
    .requiredOption("--out <file>", "the archive to write, such as autograder.zip")
    .option("--packages <names...>", "Debian packages of the languages that hand-ins use", ["python3"])
    .option("--policy <late.yaml>", "late penalties; its extensions name students by e-mail address or name")
    .addOption(languageOption())
    .addHelpText("after", inHelp(help))
    .action(writeAutograder);
}

const help = {
  en: `
Example:
  $ wirecheck export gradescope tcp-echo --out autograder.zip --packages python3 gcc libc6-dev

In Gradescope: the assignment's "Configure Autograder", "Zip file upload".`,
  id: `
Contoh:
  $ wirecheck export gradescope tcp-echo --out autograder.zip --packages python3 gcc libc6-dev

Di Gradescope: "Configure Autograder" pada assignment, lalu "Zip file upload".`,
};

async function writeAutograder(_platform: string, labName: string, flags: ExportFlags): Promise<void> {
  const lab = await readLab(labName);
  const { out, policy, lang: language, packages } = flags;
  const strange = packages.find((name) => !/^[a-z0-9][a-z0-9+.-]+$/.test(name));
  if (strange !== undefined) throw new UsageProblem(`\`${strange}\` is not the name of a Debian package`);
  if (policy !== undefined) orThrow("the policy", await readPolicyByNames(policy));
  if ((await kindOfPath(out)) === "folder")
    throw new UsageProblem(`${out} is a folder: name the file to write, such as autograder.zip`);
  const files = await gradescopeAutograder({ lab, labFile: await findLab(labName), language, packages, policy });
  await writeZip(out, files);
  process.stdout.write(`${out}: ${files.length} files. Upload it in Gradescope under "Configure Autograder".\n`);
}
