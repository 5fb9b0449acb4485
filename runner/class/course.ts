import { access } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import * as z from "zod";
import { type ReportName, reportFormats } from "../../reports/index.ts";
import { audiences } from "../../reports/support/audience.ts";
import { isTimeZone } from "../score/local-time.ts";
import { type Setup, setup } from "../spec/lab.ts";
import type { Problem } from "../spec/problem.ts";
import { readYaml } from "../spec/read-yaml.ts";

/** Name of the file with a course's settings for grading, looked for in the working folder and the folders above it. */
export const courseFileName = "wirecheck.course.yaml";

const file = z.string().min(1);

/** What may differ from lab to lab. */
const ofLab = {
  roster: file.optional().describe("CSV of the class; paths are relative to this file"),
  owners: file.optional().describe("CSV of whose hand-ins these are, where names do not tell: path,student"),
  times: file.optional().describe("CSV of submission times, or Moodle's grading worksheet"),
  policy: file.optional().describe("late.yaml: deadline, what being late costs, pass mark, rounding"),
  marks: file.optional().describe("CSV of marks given by hand"),
  sheet: file.optional().describe("Moodle's grading worksheet"),
  assignment: z.string().optional().describe("Canvas's column, with its number: Echo server (4711)"),
  "pass-mark": z
    .number()
    .min(0)
    .max(100)
    .optional()
    .describe("Per cent with which a lab is passed, unless its policy says"),
};

/** What a course file says of one lab. */
export const courseLab = z.strictObject(ofLab);

/** A `wirecheck.course.yaml`: settings of `grade`, `report` and `merge` that the command line overrides. */
export const courseFile = z.strictObject({
  lab: z
    .string()
    .optional()
    .describe("The lab that `wirecheck grade HAND-INS` grades: its id, or the path of its file"),
  ...ofLab,
  timezone: z
    .string()
    .refine(isTimeZone, "must be a time zone such as Asia/Jakarta")
    .optional()
    .describe("Time zone of all times without one of their own, where the policy names none"),
  language: z.enum(["en", "id"]).optional().describe("Language of messages and reports"),
  reports: z
    .array(z.enum(Object.keys(reportFormats) as [ReportName, ...ReportName[]]))
    .optional()
    .describe("Reports to write"),
  audience: z.enum(audiences).optional().describe("Who the reports are for. @default instructor"),
  attempts: z.enum(["latest", "best"]).optional().describe("Which attempt counts. @default latest"),
  jobs: z
    .int()
    .positive()
    .optional()
    .describe("Number of grading workers. @default a quarter more than processor cores, and one"),
  setup: setup
    .optional()
    .describe("Libraries that hand-ins of all labs may use, written like a lab's own `setup`, which overrides it"),
  labs: z.record(z.string(), courseLab).optional().describe("What is different for a lab, by its id"),
});

/** A course file's settings for one lab, by the names of command-line options; paths are absolute. */
export interface CourseSettings {
  file: string;
  /** The lab to grade when none is named. */
  lab: string | null;
  /** Libraries for the hand-ins of every lab, by absolute paths. */
  setup: Setup;
  /** By option: roster, policy, lang, report. */
  values: Readonly<Record<string, unknown>>;
}

/** The course file in a folder or one above it, as it applies to a lab; null when there is none. */
export async function findCourse(
  folder: string,
  labId: string | null,
): Promise<CourseSettings | null | { problems: Problem[] }> {
  const found = await findUpwards(resolve(folder));
  if (found === null) return null;
  const read = await readYaml(found, courseFile);
  if ("problems" in read) return read;
  const { lab = null, labs, language, reports, audience, setup: libraries = {}, ...common } = read.value;
  const inFolder = (path: string) => resolve(dirname(found), path);
  const own = labId === null ? {} : (labs?.[labId] ?? {});
  const named = { ...common, ...own, lang: language, report: reports, for: audience };
  const values = Object.entries(named).flatMap(([key, value]) => {
    const isPath = paths.has(key) && typeof value === "string";
    return value === undefined ? [] : [[optionOf(key), isPath ? inFolder(value) : value]];
  });
  const isPath = lab !== null && /[/.]/.test(lab);
  return {
    file: found,
    lab: isPath ? inFolder(lab) : lab,
    setup: Object.fromEntries(Object.entries(libraries).map(([name, path]) => [name, inFolder(path)])),
    values: Object.fromEntries(values),
  };
}

const paths = new Set(["roster", "owners", "times", "policy", "marks", "sheet"]);

function optionOf(key: string): string {
  return key === "pass-mark" ? "passMark" : key;
}

async function findUpwards(folder: string): Promise<string | null> {
  const candidate = join(folder, courseFileName);
  const isThere = await access(candidate).then(
    () => true,
    () => false,
  );
  if (isThere) return candidate;
  return dirname(folder) === folder ? null : findUpwards(dirname(folder));
}
