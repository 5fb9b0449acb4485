import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { reportFormats } from "../../reports/index.ts";
import type { ReportOptions } from "../../reports/report-format.ts";
import { writeAtomically } from "../class/store.ts";
import type { ClassResult } from "../class-result.ts";
import type { Language } from "../text.ts";
import { classTexts } from "../texts/class.ts";
import { readInput } from "./class-marking.ts";
import type { ReportFlags } from "./report-options.ts";
import { UsageProblem } from "./usage-problem.ts";

/**
 * Finds out before the work is done whether the reports that are asked for can be made of it.
 *
 * @throws UsageProblem when one of them is not for these readers, or a file that it needs cannot be read
 */
export async function checkReports(flags: ReportFlags & { lang: Language }): Promise<void> {
  await reportOptions(flags);
  for (const name of flags.report)
    if (!reportFormats[name].audiences.includes(flags.for))
      throw new UsageProblem(
        `the report ${name} is for ${reportFormats[name].audiences.join(" and ")}, not ${flags.for}`,
      );
}

/**
 * Writes the reports that were asked for below `<folder>/reports/<audience>/`, and says so.
 *
 * @throws UsageProblem when one of them cannot be made; then none is written
 */
export async function writeReports(
  graded: ClassResult,
  folder: string,
  flags: ReportFlags & { lang: Language },
): Promise<void> {
  const options = await reportOptions(flags);
  const formats = flags.report.map((name) => reportFormats[name]);
  for (const { problems } of formats) {
    const [problem] = problems?.(graded, options) ?? [];
    if (problem) throw new UsageProblem(problem[flags.lang]);
  }
  const target = join(folder, "reports", flags.for);
  let count = 0;
  for (const { files } of formats) {
    for await (const { path, content } of files(graded, options)) {
      await mkdir(dirname(join(target, path)), { recursive: true });
      await writeAtomically(join(target, path), content);
      count += 1;
    }
  }
  if (count > 0) process.stdout.write(`\n${classTexts.written(count, target)[flags.lang]}\n`);
}

async function reportOptions(flags: ReportFlags & { lang: Language }): Promise<ReportOptions> {
  return {
    audience: flags.for,
    language: flags.lang,
    suites: flags.suites,
    ...(flags.assignment !== undefined && { assignment: flags.assignment }),
    ...(flags.sheet !== undefined && { sheet: (await readInput(flags.sheet)).toString() }),
  };
}
