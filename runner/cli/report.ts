import { resolve } from "node:path";
import type { Command } from "commander";
import { explanation } from "../../reports/terminal/explain.ts";
import type { ClassRun } from "../class/class-run.ts";
import { loadClass } from "../class/load-class.ts";
import { type MarkedClass, readMarks } from "../class/mark-changes.ts";
import { Store } from "../class/store.ts";
import { Students } from "../class/students.ts";
import { unknownStudent } from "../class/unknown-student.ts";
import type { ClassResult } from "../model/class-result.ts";
import type { Language } from "../model/text.ts";
import { UsageProblem } from "../model/usage-problem.ts";
import { readMarking } from "./class-marking.ts";
import { finishClass } from "./finish-class.ts";
import { languageOption } from "./options.ts";
import { readLab } from "./read-lab.ts";
import { addReportOptions, type ReportFlags } from "./report-options.ts";
import { settle } from "./settle.ts";
import { inHelp } from "./speech.ts";
import { lookOfOutput } from "./terminal.ts";
import { checkReports } from "./write-reports.ts";
import { writeSimilar } from "./write-similar.ts";

interface Flags extends ReportFlags {
  lab?: string;
  explain?: string;
  since?: string;
  similar?: string | true;
  given?: string;
  lang: Language;
}

/** Adds `wirecheck report`. */
export function addReport(program: Command): void {
  const command = program
    .command("report")
    .description("make the marks and reports of a graded class again, without running anything")
    .argument("<grades>", "the folder that `wirecheck grade` wrote to")
    .addOption(languageOption())
    .option("--lab <lab>", "score with this lab's points and gates (default: the lab that was graded, as it is now)")
    .option("--explain <student>", "explain one student's mark, with all events and output; by id, e-mail or name");
  command
    .option("--since <grades>", "compare the marks with those of another folder, and say why each differs")
    .option(
      "--similar [hand-ins]",
      "compare the class's source files, and write pages with similar pairs for the instructor",
    )
    .option("--given <path>", "code that was given to all students, and so does not count as similar");
  addReportOptions(command).addHelpText("after", inHelp(help)).action(report);
}

const help = {
  en: `
Examples:
  $ wirecheck report grades/ --report canvas --policy late.yaml
  $ wirecheck report grades/ --policy late.yaml --explain 05111940000001
  $ wirecheck report grades/ --report markdown --for student --lang id
  $ wirecheck report grades/ --since grades-before/
  $ wirecheck report grades/ --similar --given handout/

Exit status: 0 all graded, 2 usage, 3 something could not be graded: it is named, and stays blank`,
  id: `
Contoh:
  $ wirecheck report grades/ --report canvas --policy late.yaml
  $ wirecheck report grades/ --policy late.yaml --explain 05111940000001
  $ wirecheck report grades/ --report markdown --for student --lang id
  $ wirecheck report grades/ --since grades-lama/
  $ wirecheck report grades/ --similar --given modul/

Status keluar: 0 semua dinilai, 2 salah pakai, 3 ada yang tidak dapat dinilai: disebutkan, dan nilainya kosong`,
};

async function report(folder: string, typed: Flags, command: Command): Promise<void> {
  const store = new Store(resolve(folder));
  const run = await readRun(store, folder);
  const { flags, remember } = await settle(command, typed, { labId: run.lab.id, store });
  const lab = await readLab(flags.lab ?? run.lab.file);
  if (lab.id !== run.lab.id)
    throw new UsageProblem(`${folder} holds the grades of the lab ${run.lab.id}, not ${lab.id}`);
  const since = flags.since === undefined ? null : { folder: flags.since, marks: await marksIn(flags.since) };
  const marking = await readMarking(lab, run.plan.students, flags);
  await checkReports(run.plan, flags);
  const graded = await loadClass(store, run, marking);
  if (flags.explain === undefined) {
    await store.writeSettings(remember);
    await finishClass(graded, store, flags, since);
    const { similar } = flags;
    return similar === undefined ? undefined : writeSimilar(store, run, { ...flags, similar });
  }
  process.stdout.write(
    explanation(graded, studentNamed(flags.explain, graded), { language: flags.lang, width: lookOfOutput().width }),
  );
}

/** The run in a folder. */
export async function readRun(store: Store, folder: string): Promise<ClassRun> {
  const run = await store.readRun();
  if (run) return run;
  const again = `\`wirecheck grade … --out ${folder}\``;
  const sentences = {
    "nothing-graded": `nothing has been graded into ${folder}: run ${again} first`,
    damaged: `${folder}/class.json is damaged: ${again} writes it again and keeps the results that are still valid`,
    newer: `${folder} was graded by a newer wirecheck: use that one, or grade again with ${again}`,
    older: `${folder} was graded by an older wirecheck: grade again with ${again}`,
  };
  throw new UsageProblem(sentences[await store.whyUnreadable()]);
}

async function marksIn(folder: string): Promise<MarkedClass> {
  const marks = await readMarks(resolve(folder));
  if (marks) return marks;
  throw new UsageProblem(`${folder} has no marks to compare with: \`wirecheck report ${folder}\` writes them`);
}

function studentNamed(word: string, { students }: ClassResult): ClassResult["students"][number] {
  const known = new Students(students);
  const found = known.named(word);
  if (!("student" in found)) throw new UsageProblem(unknownStudent(word, known));
  return students.find(({ id }) => id === found.student.id) as ClassResult["students"][number];
}
