import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { reportFormats } from "../../reports/index.ts";
import type { KnownStudent, ReportOptions } from "../../reports/support/report-format.ts";
import type { ClassPlan } from "../class/class-run.ts";
import { writeAtomically } from "../class/store.ts";
import { tableText } from "../class/table-text.ts";
import type { ClassResult } from "../model/class-result.ts";
import type { Language } from "../model/text.ts";
import { UsageProblem } from "../model/usage-problem.ts";
import { classTexts } from "../texts/class.ts";
import { readInput } from "./class-marking.ts";
import type { ReportFlags } from "./report-options.ts";

/**
 * Checks before grading whether the requested reports can be made.
 *
 * @throws UsageProblem when one of them is not for this audience, or a file that it needs is missing or unusable
 */
export async function checkReports(plan: ClassPlan, flags: ReportFlags & { lang: Language }): Promise<void> {
  const options = await reportOptions(flags);
  for (const name of flags.report) {
    const { audiences, problems } = reportFormats[name];
    if (!audiences.includes(flags.for))
      throw new UsageProblem(`the report ${name} is for ${audiences.join(" and ")}, not ${flags.for}`);
    const [problem] = problems?.(knownStudents(plan), options) ?? [];
    if (problem) throw new UsageProblem(problem[flags.lang]);
  }
}

/** Writes the requested reports into `<folder>/reports/<audience>/`, and prints how many. */
export async function writeReports(
  graded: ClassResult,
  folder: string,
  flags: ReportFlags & { lang: Language },
): Promise<void> {
  const options = await reportOptions(flags);
  const formats = flags.report.map((name) => reportFormats[name]);
  const target = join(folder, "reports", flags.for);
  let count = 0;
  for (const { files } of formats) {
    for await (const { path, content } of files(graded, options)) {
      await mkdir(dirname(join(target, path)), { recursive: true });
      await writeAtomically(join(target, path), content);
      count += 1;
    }
  }
  const known = [...graded.students];
  for (const { warnings } of formats)
    for (const warning of warnings?.(known, options) ?? []) process.stderr.write(`\n${warning[flags.lang]}\n`);
  if (count > 0) process.stdout.write(`\n${classTexts.written(count, target)[flags.lang]}\n`);
}

function knownStudents({ students, handIns }: ClassPlan): KnownStudent[] {
  const byKey = new Map(handIns.map((handIn) => [handIn.key, handIn]));
  return students.map((student) => ({ ...student, submission: byKey.get(student.handIns.at(-1) ?? "") ?? null }));
}

/** The lines of the file, in any encoding in which a spreadsheet saves it; if it is not text, its columns are refused. */
async function readSheet(file: string): Promise<string> {
  const bytes = await readInput(file);
  return tableText(bytes) ?? bytes.toString();
}

async function reportOptions(flags: ReportFlags & { lang: Language }): Promise<ReportOptions> {
  return {
    audience: flags.for,
    language: flags.lang,
    suites: flags.suites,
    ...(flags.assignment !== undefined && { assignment: flags.assignment }),
    ...(flags.sheet !== undefined && { sheet: await readSheet(flags.sheet) }),
  };
}
