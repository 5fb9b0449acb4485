import { appendFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Classroom50Place, classroom50 } from "../../reports/formats/classroom50.ts";
import { githubAnnotations } from "../../reports/formats/github-annotations.ts";
import { githubSummary } from "../../reports/formats/github-summary.ts";
import { jsonReport } from "../../reports/formats/json.ts";
import { junit } from "../../reports/formats/junit.ts";
import { markdown } from "../../reports/formats/markdown.ts";
import { forAudience } from "../../reports/support/audience.ts";
import type { ReportFiles, ReportFormat } from "../../reports/support/report-format.ts";
import { pendingPoints } from "../../reports/support/words/questions.ts";
import type { ClassResult } from "../model/class-result.ts";
import { type Result, schemaVersion } from "../model/result.ts";
import type { Language } from "../model/text.ts";
import { UsageProblem } from "./usage-problem.ts";

/** The reports that `check --report` makes of one hand-in, each by its name. */
export const checkReportNames = ["junit", "markdown", "json", "badge", "github", "classroom50"] as const;
export type CheckReportName = (typeof checkReportNames)[number];

/** How the reports of one hand-in are made. */
export interface CheckReportOptions {
  language: Language;
  /** Folder of the files. */
  folder: string;
  /** Least share of the points with which the work is passed, in per cent; null where all of them are asked for. */
  passMark: number | null;
  env?: NodeJS.ProcessEnv;
}

/**
 * Writes the reports of one hand-in. `github` is no file: where GitHub Actions runs the command it annotates the run, adds to the
 * job's summary, and sets the outputs `score` and `max-score`; elsewhere it does nothing.
 *
 * @throws UsageProblem where a report needs what the environment does not say
 */
export async function writeCheckReports(
  names: readonly CheckReportName[],
  result: Result,
  { language, folder, passMark, env = process.env }: CheckReportOptions,
): Promise<void> {
  const graded = classOfOne(result);
  const only = (format: ReportFormat<ReportFiles>) => contentOf(format, graded, language);
  const makers: Record<CheckReportName, () => Promise<void>> = {
    junit: async () => write(folder, "junit.xml", await only(junit)),
    markdown: async () => write(folder, "report.md", await only(markdown)),
    json: () => write(folder, "wirecheck.json", jsonReport(result)),
    badge: () => write(folder, "badge.json", badge(result, passMark)),
    github: () => tellActions(graded, result, language, env),
    classroom50: () => writeFile("result.json", classroom50(forAudience(result, "student"), placeOf(env), language)),
  };
  for (const name of names) await makers[name]();
}

async function write(folder: string, name: string, content: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), content);
}

/** The class in which this hand-in is the only one. */
function classOfOne(result: Result): ClassResult {
  const { id } = result.submission;
  const { score, maxScore } = result;
  const pending = pendingPoints(result);
  const percent = maxScore === pending ? 100 : Math.round((score / (maxScore - pending)) * 1000) / 10;
  const nobody = { name: null, email: null, section: null, username: null, sisId: null, platformId: null };
  const submission = { path: id, platform: "folder", attempt: 1, attempts: 1, submittedAt: null, late: null } as const;
  const grade = { score, maxScore, percent, penalty: 0, adjustments: [], final: score, passed: null };
  return {
    schemaVersion,
    lab: result.lab,
    language: result.language,
    startedAt: result.startedAt,
    versions: result.versions,
    maxScore,
    students: [
      {
        ...{ id, ...nobody, fileStem: "report", submission, result, error: null },
        grade: pending > 0 ? { ...grade, pending } : grade,
      },
    ],
    unmatched: [],
    policy: { deadline: null, passMark: null },
  };
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

/** Whether enough of the points that can be had by now were earned. */
export function isPassed(result: Result, passMark: number | null): boolean {
  const most = result.maxScore - pendingPoints(result);
  return result.score >= (passMark === null ? most : (most * passMark) / 100);
}

/** What Classroom 50 tells an autograder of the submission. */
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
