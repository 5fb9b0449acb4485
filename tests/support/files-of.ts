import type { ReportFile, ReportFiles } from "../../reports/support/report-format.ts";

/** All files of a report at once; for the tests. */
export async function filesOf(files: ReportFiles): Promise<ReportFile[]> {
  const all: ReportFile[] = [];
  for await (const file of files) all.push(file);
  return all;
}
