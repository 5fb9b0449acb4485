import { appendFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Classroom50Place, classroom50 } from "../../reports/formats/classroom50.ts";
import { githubAnnotations } from "../../reports/formats/github-annotations.ts";
import { githubSummary } from "../../reports/formats/github-summary.ts";
import { gradescope } from "../../reports/formats/gradescope.ts";
import { jsonReport } from "../../reports/formats/json.ts";
import { junit } from "../../reports/formats/junit.ts";
import { markdown } from "../../reports/formats/markdown.ts";
import { prairielearn } from "../../reports/formats/prairielearn.ts";
import { vpl } from "../../reports/formats/vpl.ts";
import { forAudience, studentsFor } from "../../reports/support/audience.ts";
import type { ReportFiles, ReportFormat } from "../../reports/support/report-format.ts";
import { pendingPoints } from "../../reports/support/words/questions.ts";
import type { Terms } from "../class/class-of-one.ts";
import type { ClassResult, ClassStudent } from "../model/class-result.ts";
import type { Result } from "../model/result.ts";
import type { Language } from "../model/text.ts";
import { UsageProblem } from "../model/usage-problem.ts";

/** The names of the reports that `check --report` can write. */
export const checkReportNames = [
  "junit",
  "markdown",
  "json",
  "badge",
  "github",
  "classroom50",
  "gradescope",
  "prairielearn",
  "vpl",
] as const;
export type CheckReportName = (typeof checkReportNames)[number];

/** How the reports of one hand-in are made. */
export interface CheckReportOptions {
  language: Language;
  /** Folder of the files. */
  folder: string;
  /** Least per cent of the points with which the work is passed; null when full marks are needed. */
  passMark: number | null;
  /** How points become marks. @default the points unchanged */
  terms?: Terms | undefined;
  env?: NodeJS.ProcessEnv;
}

/**
 * Writes the reports of one hand-in. `github` is not a file: in GitHub Actions it annotates the run, adds to the job's
 * summary, and sets the outputs `score` and `max-score`; elsewhere it does nothing.
 *
 * @throws UsageProblem when an environment variable that a report needs is missing
 */
export async function writeCheckReports(
  names: readonly CheckReportName[],
  result: Result,
  { language, folder, passMark, terms, env = process.env }: CheckReportOptions,
): Promise<void> {
  // Loaded here because it needs time zones, and few checks write reports.
  const { classOfOne } = await import("../class/class-of-one.ts");
  const graded = classOfOne(result, terms);
  const forStudent = () => [...studentsFor(graded, "student")][0] as ClassStudent;
  const only = (format: ReportFormat<ReportFiles>) => contentOf(format, graded, language);
  const makers: Record<CheckReportName, () => Promise<void>> = {
    junit: async () => write(folder, "junit.xml", await only(junit)),
    markdown: async () => write(folder, "report.md", await only(markdown)),
    json: () => write(folder, "wirecheck.json", jsonReport(result)),
    badge: () => write(folder, "badge.json", badge(result, passMark)),
    github: () => tellActions(graded, result, language, env),
    gradescope: async () => writeUnlessEmpty(folder, "results.json", await only(gradescope)),
    prairielearn: () => write(folder, "results.json", prairielearn(forStudent(), language)),
    vpl: () => write(folder, "vpl.txt", vpl(forStudent(), vplMaximum(env), language)),
    classroom50: () => writeFile("result.json", classroom50(forAudience(result, "student"), placeOf(env), language)),
  };
  for (const name of names) await makers[name]();
}

/** When the file is missing, Gradescope reports a failure of the autograder and gives no marks. */
async function writeUnlessEmpty(folder: string, name: string, content: string): Promise<void> {
  if (content !== "") await write(folder, name, content);
}

async function write(folder: string, name: string, content: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), content);
}

async function contentOf(format: ReportFormat<ReportFiles>, graded: ClassResult, language: Language): Promise<string> {
  for await (const { content } of format.files(graded, { audience: "student", language })) return content;
  return "";
}

async function tellActions(
  graded: ClassResult,
  result: Result,
  language: Language,
  { GITHUB_ACTIONS, GITHUB_STEP_SUMMARY, GITHUB_OUTPUT }: NodeJS.ProcessEnv,
): Promise<void> {
  if (GITHUB_ACTIONS !== "true") return;
  process.stdout.write(await contentOf(githubAnnotations, graded, language));
  if (GITHUB_STEP_SUMMARY) await appendFile(GITHUB_STEP_SUMMARY, await contentOf(githubSummary, graded, language));
  if (GITHUB_OUTPUT) await appendFile(GITHUB_OUTPUT, `score=${result.score}\nmax-score=${result.maxScore}\n`);
}

/** An endpoint of shields.io: https://shields.io/badges/endpoint-badge. */
function badge(result: Result, passMark: number | null): string {
  const message = `${result.score}/${result.maxScore}`;
  const color = isPassed(result, passMark) ? "brightgreen" : result.score > 0 ? "yellow" : "red";
  return `${JSON.stringify({ schemaVersion: 1, label: result.lab.id, message, color })}\n`;
}

/** Whether enough points were earned, out of those that are not pending. */
export function isPassed(result: Result, passMark: number | null): boolean {
  const most = result.maxScore - pendingPoints(result);
  return result.score >= (passMark === null ? most : (most * passMark) / 100);
}

/** The activity's highest grade, which VPL passes to a script. */
function vplMaximum({ VPL_GRADEMAX }: NodeJS.ProcessEnv): number {
  const most = Number(VPL_GRADEMAX);
  return VPL_GRADEMAX && Number.isFinite(most) ? most : 100;
}

/** What Classroom 50 passes to an autograder about the submission. */
function placeOf(env: NodeJS.ProcessEnv): Classroom50Place {
  const variable = (name: string) => {
    const value = env[name];
    if (value === undefined || value === "")
      throw new UsageProblem(
        `the report classroom50 needs ${name}, which Classroom 50 sets: it is for its autograder.py`,
      );
    return value;
  };
  const commit = variable("COMMIT_URL");
  return {
    ...{ classroom: variable("CLASSROOM"), assignment: variable("ASSIGNMENT"), submission: variable("SUBMISSION_TAG") },
    ...{ commit, release: variable("RELEASE_URL"), review: env.REVIEW_URL || commit },
  };
}
