import { canvas } from "./formats/canvas.ts";
import { csv } from "./formats/csv.ts";
import { feedback } from "./formats/feedback.ts";
import { githubAnnotations } from "./formats/github-annotations.ts";
import { githubClassroom } from "./formats/github-classroom.ts";
import { githubSummary } from "./formats/github-summary.ts";
import { gradebook } from "./formats/gradebook.ts";
import { gradescope } from "./formats/gradescope.ts";
import { html } from "./formats/html.ts";
import { json } from "./formats/json.ts";
import { junit } from "./formats/junit.ts";
import { markdown } from "./formats/markdown.ts";
import { moodle } from "./formats/moodle.ts";
import { moodleWorksheet } from "./formats/moodle-worksheet.ts";
import { text } from "./formats/text.ts";
import type { ReportFiles, ReportFormat, ReportOptions } from "./support/report-format.ts";

const formats = {
  json,
  html,
  text,
  markdown,
  gradebook,
  feedback,
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

/** A format's name on the command line. */
export type ReportName = keyof typeof formats;

/** Every report format for a class; a format makes no files for an audience that it is not for. */
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
