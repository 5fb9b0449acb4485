import stringWidth from "string-width";
import type { ProvenProgram, Verification } from "../../runner/model/verification.ts";
import { openPage, type Page, type PageOptions, wrapped } from "./console/page.ts";
import { complaintLines } from "./verification/complaints.ts";
import { columnKeys, legend } from "./verification/legend.ts";
import { mutantLines } from "./verification/mutants.ts";

/** The findings of `verify` about a lab: a matrix of programs and tests, what is missing, and the lab's own score. */
export function verificationReport(verification: Verification, options: PageOptions): string {
  const page = openPage(options);
  if (verification.tests.length === 0) return `${[...heading(verification, page), onlyQuestions].join("\n")}\n`;
  const lines = [
    ...heading(verification, page),
    ...matrix(verification, page),
    ...legend(verification, page),
    ...complaintLines(verification, page),
    ...mutantLines(verification, page),
    ...labScore(verification, page),
  ];
  return `${lines.join("\n")}\n`;
}

const onlyQuestions = "It has questions alone, which a person marks: there is no test to prove.";

function heading({ lab }: Verification, page: Page): string[] {
  return [page.colours.bold(`${lab.id}: ${page.say(lab.title)}`), ""];
}

const groups = [
  ["reference", "references"],
  ["correct", "correct programs"],
  ["flawed", "flawed programs"],
] as const;

function matrix(verification: Verification, page: Page): string[] {
  const keys = columnKeys(verification.tests.length);
  const widest = Math.max(...verification.programs.map(({ name }) => stringWidth(page.safe(name))), 0);
  const width = Math.min(widest, Math.max(leastName, page.width - keys.length - 4));
  const rows = groups.flatMap(([kind, title]) => {
    const programs = verification.programs.filter((program) => program.kind === kind);
    if (programs.length === 0) return [];
    return [page.colours.dim(title), ...programs.map((program) => row(program, verification, width, page))];
  });
  return [`${" ".repeat(width + 4)}${keys.join("")}`, ...rows, ""];
}

const leastName = 16;

function row(program: ProvenProgram, { tests }: Verification, width: number, page: Page): string {
  const cut = page.safe(program.name);
  const name = (stringWidth(cut) > width ? `${cut.slice(0, width - 1)}…` : cut).padEnd(width);
  if (program.missing !== null) return `  ${page.colours.dim(`${name}  not run: ${program.missing} is missing`)}`;
  const cells = tests.map(({ id }) => cell(program.tests[id], page));
  return `  ${name}  ${cells.join("").trimEnd()}`;
}

function cell(test: ProvenProgram["tests"][string] | undefined, page: Page): string {
  if (test === undefined) return " ";
  if (!test.expected) return page.colours.red(page.colours.bold("!"));
  if (test.status === "passed") return page.colours.dim(page.ascii ? "." : "·");
  return test.status === "skipped" ? page.marks.skipped : page.marks.failed;
}

function labScore({ score, seed, chosen, holds }: Verification, page: Page): string[] {
  const alarms = score.falseAlarms === 0 ? "no false alarm" : `${score.falseAlarms} false alarms`;
  const parts = [
    `${score.flawsCaught} of ${score.flaws} flaws caught`,
    ...(chosen ? [] : [`${score.testsJustified} of ${score.tests} tests justified`]),
    alarms,
  ];
  const { green, red, dim } = page.colours;
  const separator = page.ascii ? ", " : " · ";
  const lines = wrapped(parts.join(separator), page, 0);
  return [...lines.map(holds ? green : red), dim(`seed ${seed}`)];
}
