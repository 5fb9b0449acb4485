import { writeFile } from "node:fs/promises";
import { type Command, InvalidArgumentError } from "commander";
import { jsonReport } from "../../reports/formats/json.ts";
import { consoleReport } from "../../reports/terminal/console.ts";
import { gradeHandIn } from "../grade/grade.ts";
import type { Result } from "../model/result.ts";
import { UsageProblem } from "../model/usage-problem.ts";
import { unclearText } from "../prepare/prepare-programs.ts";
import type { Lab } from "../spec/lab.ts";
import { asTyped } from "./as-typed.ts";
import { type CheckReportName, checkReportNames, isPassed, writeCheckReports } from "./check-reports.ts";
import { chooseTier, demandTier } from "./choose-tier.ts";
import { exitStatus } from "./exit-status.ts";
import { gradingOptions } from "./grading-options.ts";
import { Interrupted, interruption } from "./interruption.ts";
import { addHandInOptions, freshLaunchesOption, type HandInFlags, requireOption, watchOption } from "./options.ts";
import { checkNames, readLab } from "./read-lab.ts";
import { sayLoss } from "./say-loss.ts";
import { showProgress } from "./show-progress.ts";
import { inHelp } from "./speech.ts";
import { jsonForOutput, lookOfOutput } from "./terminal.ts";
import { writePage } from "./write-page.ts";

interface CheckFlags extends HandInFlags {
  json?: string;
  html?: string;
  require?: "full";
  report: CheckReportName[];
  reportDir: string;
  passMark: number | null;
  policy?: string;
  submission?: string;
  watch: boolean;
  freshLaunches?: boolean;
  verbose?: boolean;
  quiet?: boolean;
}

/** Adds `wirecheck check`. */
export function addCheck(program: Command): void {
  const command = program
    .command("check")
    .description("grade one hand-in and explain the marks")
    .argument("<lab>", "id of a lab (`wirecheck labs`), or path of a lab.yaml or its folder")
    .argument("<hand-in>", "a file, a folder, or a zip or tar archive")
    .option("--json <file>", "write the whole result to a file; - for standard output instead of the report")
    .option("--html <file>", "write a page that shows what happened in each test")
    .option("--report <names>", `write reports: ${checkReportNames.join(",")}`, parseReports, [])
    .option("--report-dir <folder>", "where the files of --report go", "wirecheck-report")
    .option("--pass-mark <percent>", "exit with status 0 from this per cent of the points on", parsePassMark, null)
    .option("--policy <late.yaml>", "late penalties for the reports of platforms; needs --submission")
    .option("--submission <file>", "Gradescope's submission_metadata.json, which tells when the work was handed in");
  addHandInOptions(command)
    .addOption(requireOption())
    .addOption(watchOption())
    .addOption(freshLaunchesOption())
    .option("-v, --verbose", "show every failed test with a diagram and all events")
    .option("-q, --quiet", "show one line with the marks")
    .addHelpText("after", inHelp(help))
    .action(check);
}

const help = {
  en: `
Examples:
  $ wirecheck check tcp-echo-once my-lab/
  $ wirecheck check tcp-echo server.py --lang id --only split-message
  $ wirecheck check labs/my-lab.yaml hand-in.zip --json result.json --seed 7
  $ wirecheck check tcp-echo . --report junit,github --pass-mark 60

Exit status: 0 full marks or the pass mark, 1 less, 2 usage or lab error, 3 wirecheck or the machine failed`,
  id: `
Contoh:
  $ wirecheck check tcp-echo-once my-lab/
  $ wirecheck check tcp-echo server.py --only split-message
  $ wirecheck check labs/my-lab.yaml tugas.zip --json hasil.json --seed 7

Status keluar: 0 nilai penuh atau batas lulus, 1 kurang, 2 salah pakai atau lab keliru, 3 wirecheck atau mesin gagal`,
};

async function check(labName: string, path: string, flags: CheckFlags): Promise<void> {
  const lab = await readLab(labName);
  checkNames(lab, flags);
  // Loaded here because it needs time zones and CSV, and few checks have a policy.
  const hasTerms = flags.policy !== undefined || flags.submission !== undefined;
  const terms = hasTerms ? await (await import("./read-terms.ts")).readTerms(flags) : undefined;
  const result = await grade(lab, path, flags);
  const options = { language: flags.lang, verbose: flags.verbose ?? false, quiet: flags.quiet ?? false };
  if (flags.json === "-") process.stdout.write(jsonForOutput(jsonReport(result)));
  else {
    const look = { ...options, ...lookOfOutput(), typed: asTyped(labName, path, flags) };
    process.stdout.write(consoleReport(result, look));
    if (flags.json !== undefined) await writeFile(flags.json, jsonReport(result));
  }
  if (flags.html !== undefined) await writePage(flags.html, result, flags.lang);
  if (flags.report.length > 0) {
    const { lang: language, reportDir: folder, passMark } = flags;
    await writeCheckReports(flags.report, result, { language, folder, passMark, terms });
  }
  process.exitCode = statusOf(result, flags.passMark);
}

async function grade(lab: Lab, path: string, flags: CheckFlags): Promise<Result> {
  const options = gradingOptions(flags, demandTier(await chooseTier(flags.tier), flags.require));
  const interrupted = interruption();
  const shown = showProgress(flags);
  try {
    const graded = await gradeHandIn(lab, path, {
      ...options,
      watch: flags.watch && options.watch,
      freshLaunches: flags.freshLaunches ?? false,
      signal: interrupted,
      onLoss: sayLoss,
      ...shown.hooks,
    });
    if ("problem" in graded || "ambiguous" in graded) throw new UsageProblem(unclearText(graded)[flags.lang]);
    return graded;
  } catch (fault) {
    throw interrupted.aborted ? new Interrupted(interrupted) : fault;
  } finally {
    shown.done();
  }
}

function statusOf(result: Result, passMark: number | null): number {
  if (result.tests.some((test) => test.status === "error")) return exitStatus.failure;
  return isPassed(result, passMark) ? exitStatus.fine : exitStatus.notFullMarks;
}

function parseReports(value: string): CheckReportName[] {
  return value.split(",").map((name) => {
    const known = checkReportNames.find((each) => each === name.trim());
    if (known === undefined) throw new InvalidArgumentError(`choose from ${checkReportNames.join(", ")}.`);
    return known;
  });
}

function parsePassMark(value: string): number {
  const percent = Number(value);
  if (/^\d+(\.\d+)?$/.test(value) && percent <= 100) return percent;
  throw new InvalidArgumentError("give a number from 0 to 100.");
}
