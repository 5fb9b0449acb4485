import { type Command, InvalidArgumentError, Option } from "commander";
import { type ReportName, reportFormats } from "../../reports/index.ts";
import { type Audience, audiences } from "../../reports/support/audience.ts";
import { nearest } from "../spec/nearest.ts";

/** The options of every command that makes marks and reports. */
export interface ReportFlags {
  report: ReportName[];
  for: Audience;
  policy?: string;
  marks?: string;
  sheet?: string;
  assignment?: string;
  suites: "student" | "test";
}

/** Adds the options of `ReportFlags`. */
export function addReportOptions(command: Command): Command {
  const names = Object.keys(reportFormats).join(", ");
  return command
    .option("--policy <file>", "late.yaml: deadline, what being late costs, pass mark, rounding")
    .option("--marks <file>", "CSV of marks given by hand: student,item,points,max,comment")
    .option("--report <formats>", `reports to write, separated by commas: ${names}`, parseReports, [])
    .addOption(new Option("--for <audience>", "who the reports are for").choices(audiences).default("instructor"))
    .option("--sheet <file>", "Moodle's grading worksheet, for --report moodle-worksheet")
    .option("--assignment <title>", "Canvas's column, with its number: `Echo server (4711)`")
    .addOption(
      new Option("--suites <what>", "what a JUnit suite holds: all tests of one student, or one test of all students")
        .choices(["student", "test"])
        .default("student"),
    );
}

function parseReports(value: string, before: readonly ReportName[]): ReportName[] {
  const names = value.split(",").map((name) => name.trim());
  return [...new Set([...before, ...names.map(parseReport)])];
}

function parseReport(name: string): ReportName {
  if (Object.hasOwn(reportFormats, name)) return name as ReportName;
  const known = Object.keys(reportFormats);
  const meant = nearest(name, known);
  throw new InvalidArgumentError(`there is no report ${name}: ${meant ? `did you mean ${meant}?` : known.join(", ")}`);
}
