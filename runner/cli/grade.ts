import { resolve, sep } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { courseFileName, findCourse } from "../class/course.ts";
import { loadClass } from "../class/load-class.ts";
import { Store } from "../class/store.ts";
import { UsageProblem } from "../model/usage-problem.ts";
import { setUpLibraries } from "../prepare/set-up-libraries.ts";
import { removeTree } from "../remove-tree.ts";
import { makeScratch } from "../scratch.ts";
import { setupText } from "../texts/settings.ts";
import { type ChosenTier, chooseTierForMarks, demandTier, noTierForMarks } from "./choose-tier.ts";
import { orThrow, readMarking, readMarkingAgain } from "./class-marking.ts";
import { finishClass } from "./finish-class.ts";
import type { GradeFlags } from "./grade-flags.ts";
import { gradeHandIns } from "./grade-hand-ins.ts";
import {
  freshLaunchesOption,
  jobsOption,
  languageOption,
  programOption,
  requireOption,
  seedOption,
  tierOption,
  watchOption,
} from "./options.ts";
import { planIntake } from "./plan-intake.ts";
import { planRun } from "./plan-run.ts";
import { addQueueOptions } from "./queue-options.ts";
import { checkNames, readLab } from "./read-lab.ts";
import { addReportOptions } from "./report-options.ts";
import { settle } from "./settle.ts";
import { inHelp } from "./speech.ts";
import { shortPath } from "./unusable.ts";
import { checkReports } from "./write-reports.ts";

/** Adds `wirecheck grade`. */
export function addGrade(program: Command): void {
  const command = program
    .command("grade")
    .description("grade the hand-ins of a class, and make gradebooks and reports")
    .argument("<lab>", "id of a lab (`wirecheck labs`), or path of a lab.yaml or its folder")
    .argument("[hand-ins]", "a folder whose entries are the hand-ins, or a platform's download as it came, zip or tar")
    .requiredOption("--out <folder>", "where the results go; the same command continues where an earlier one ended")
    .addOption(languageOption())
    .option("--roster <file>", "CSV of the class: id, name, email, section, username; or a platform's own export")
    .option(
      "--times <file>",
      "CSV of submission times: student,submitted_at or path,submitted_at; or Moodle's worksheet",
    )
    .option(
      "--owners <file>",
      "CSV of owners that names do not show: path,student; - means that no student of the class is meant",
    )
    .addOption(new Option("--attempts <which>", "which attempt counts").choices(["latest", "best"]).default("latest"))
    .addOption(jobsOption())
    .option("--shard <i/n>", "grade one of n parts of the class; `wirecheck merge` joins them", parseShard)
    .option("--student <who>", "grade only the hand-ins of one student, by id, e-mail, user name or name")
    .option("--force", "grade again even what has not changed since it was graded");
  addQueueOptions(command, {
    queue: "have the hand-ins graded by every `wirecheck worker` at this Redis or Valkey server: redis://HOST",
    labels: "with --queue, grade only on workers that have these labels",
  });
  addReportOptions(command)
    .addOption(programOption())
    .addOption(seedOption("seed of the random payloads, the same for all hand-ins"))
    .addOption(tierOption())
    .addOption(requireOption())
    .addOption(watchOption())
    .addOption(freshLaunchesOption())
    .addHelpText("after", inHelp(help))
    .action(grade);
}

const help = {
  en: `
Examples:
  $ wirecheck grade tcp-echo hand-ins/ --out grades/
  $ wirecheck grade tcp-echo moodle.zip --out grades/ --roster class.csv --report moodle,markdown
  $ wirecheck grade tcp-echo clones/ --out part-1/ --shard 1/4
  $ wirecheck grade tcp-echo hand-ins/ --out grades/ --queue redis://queue.example.edu --queue-key course.key

Exit status: 0 all graded, 2 usage or lab error, 3 something could not be graded: it is named, and stays blank`,
  id: `
Contoh:
  $ wirecheck grade tcp-echo tugas/ --out grades/
  $ wirecheck grade tcp-echo moodle.zip --out grades/ --roster kelas.csv --report moodle,markdown
  $ wirecheck grade tcp-echo clones/ --out bagian-1/ --shard 1/4
  $ wirecheck grade tcp-echo tugas/ --out grades/ --queue redis://queue.example.edu --queue-key course.key

Status keluar: 0 semua dinilai, 2 salah pakai atau lab keliru, 3 ada yang tidak dapat dinilai: disebutkan, dan nilainya kosong`,
};

async function grade(first: string, second: string | undefined, typed: GradeFlags, command: Command): Promise<void> {
  const [labName, source] = second === undefined ? [await labOfCourse(), first] : [first, second];
  const written = await readLab(labName);
  const store = new Store(resolve(typed.out));
  const { flags, setup, remember } = await settle(command, typed, { labId: written.id, store });
  const lab = { ...written, setup: { ...setup, ...written.setup } };
  checkNames(lab, flags);
  checkOut(source, flags.out);
  const scratch = await makeScratch();
  try {
    const tier = demandTier(await tierFor(flags), flags.require);
    const intake = await planIntake(source, scratch, flags);
    const marking = await readMarking(lab, intake.plan.students, flags);
    await checkReports(intake.plan, flags);
    // With a queue each worker installs its own libraries.
    if (flags.queue === undefined)
      await setUpLibraries(lab, (language, folder) =>
        process.stderr.write(`${setupText(language, shortPath(folder))[flags.lang]}\n`),
      );
    const run = await planRun({ lab, labName, source, intake, store, tier, flags });
    await store.writeSettings(remember);
    await gradeHandIns({ lab, deliveries: intake.deliveries, run, store, tier, scratch, flags });
    const now = await readMarkingAgain(marking, store, intake.plan.students, flags);
    await finishClass(await loadClass(store, run, now), store, flags);
  } finally {
    await removeTree(scratch);
  }
}

/** The lab that the course file names, used when the command line names none. */
async function labOfCourse(): Promise<string> {
  const found = await findCourse(process.cwd(), null);
  const lab = found && orThrow("the course file", found).lab;
  if (!lab)
    throw new UsageProblem(`give the lab and the hand-ins, or name the lab in ${courseFileName}: \`lab: tcp-echo\``);
  return lab;
}

/** With a queue the workers' machines must have the tier, so this machine is not checked; `best` means full. */
async function tierFor({ queue, tier }: GradeFlags): Promise<ChosenTier> {
  if (queue === undefined) return chooseTierForMarks(tier);
  if (tier === "local") throw noTierForMarks();
  return { tier: tier === "best" ? "full" : tier, canWatch: true };
}

/** Results inside the folder of hand-ins would count as hand-ins the next time. */
function checkOut(source: string, out: string): void {
  if (!`${resolve(out)}${sep}`.startsWith(`${resolve(source)}${sep}`)) return;
  throw new UsageProblem(`--out ${out} is inside ${source}, whose entries are hand-ins: choose a folder outside`);
}

function parseShard(value: string): { index: number; count: number } {
  const [, index = 0, count = 0] = (value.match(/^(\d+)\/(\d+)$/) ?? []).map(Number);
  if (index >= 1 && index <= count) return { index, count };
  throw new InvalidArgumentError("give the part and the number of parts, as in 1/4.");
}
