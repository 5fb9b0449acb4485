import { canvas } from "./canvas.ts";
import { csv } from "./csv.ts";
import { githubAnnotations } from "./github-annotations.ts";
import { githubClassroom } from "./github-classroom.ts";
import { githubSummary } from "./github-summary.ts";
import { gradebook } from "./gradebook.ts";
import { gradescope } from "./gradescope.ts";
import { html } from "./html.ts";
import { json } from "./json.ts";
import { junit } from "./junit.ts";
import { markdown } from "./markdown.ts";
import { moodle } from "./moodle.ts";
import { moodleWorksheet } from "./moodle-worksheet.ts";
import type { ReportFiles, ReportFormat, ReportOptions } from "./report-format.ts";
import { text } from "./text.ts";

const formats = {
  json,
  html,
  text,
  markdown,
  gradebook,
  csv,
  moodle,
  "moodle-worksheet": moodleWorksheet,
  canvas,
  gradescope,
  junit,
  "github-summary": githubSummary,
  "github-annotations": githubAnnotations,
  "github-classroom": githubClassroom,
} satisfies Record<string, ReportFormat<ReportFiles>>;

/** A format's name, as it is typed. */
export type ReportName = keyof typeof formats;

/** Every format in which a class can be reported; none has files for readers whom it is not for. */
export const reportFormats = mapValues(formats, forItsAudiences);

function forItsAudiences(format: ReportFormat<ReportFiles>): ReportFormat<ReportFiles> {
  const isFor = (options: ReportOptions) => format.audiences.includes(options.audience);
  return { ...format, files: (graded, options) => (isFor(options) ? format.files(graded, options) : []) };
}

function mapValues<Key extends string, Value>(record: Record<Key, Value>, change: (value: Value) => Value) {
  return Object.fromEntries(Object.entries<Value>(record).map(([key, value]) => [key, change(value)])) as Readonly<
    Record<Key, Value>
  >;
}
