import type { Lab } from "../spec/lab.ts";
import { markdownCell } from "../texts/markdown-cell.ts";
import type { Sample } from "../verify/find-samples.ts";
import { type Cost, costOf } from "./costs.ts";

/** A lab, its references and its fixtures. */
export interface ProvenLab {
  lab: Lab;
  samples: readonly Sample[];
}

/** The manual of wirecheck's own labs, made from their files and from the tests that their fixtures fail. */
export function labsManual(labs: readonly ProvenLab[]): string {
  return `${[introduction, overview(labs), ...labs.map(section)].join("\n\n")}\n`;
}

const introduction = `# The labs

Generated from the lab files and the fixtures; do not edit it: change those and run \`npm run docs\`.

Thirteen labs teach what five Indonesian course documents teach, named here by number and section:

| handout | title |
|---|---|
| 000 | Pengenalan socket pada Python, with tasks and exercises |
| 001 | Python Socket |
| 002 | Pemrograman Socket, slides |
| 003 | Socket programming: TCP echo client/server, a report on a lab |
| 004 | Pengenalan Python, with Pengenalan Network Socket |

The other ten are assignments that courses all over the world give; each names such a course or textbook.

Each program of the handouts is a fixture named \`seed-\` and the document's number. \`wirecheck verify\` proves that every
reference and every correct program gets full marks and that every flawed one fails just the tests it is known to fail. The cost of a flaw is the share of these
tests, and of those that need them, in the marks of its program, or of both programs where both are handed in. A test that is not
about the bytes accepts any answer of the server, so that one fault costs points once.`;

function overview(labs: readonly ProvenLab[]): string {
  const rows = labs.map(({ lab, samples }) =>
    row([
      `[${lab.id}](#${lab.id})`,
      lab.handout ?? "–",
      Object.keys(lab.programs).join(", ") || "–",
      String(lab.tests.length || "–"),
      String(lab.questions?.length ?? "–"),
      String(lab.points ?? 100),
      String(flawed(samples).length || "–"),
      String(samples.length - flawed(samples).length || "–"),
    ]),
  );
  return `| lab | handout | programs | tests | questions | points | flawed programs | correct programs |
|---|---|---|--:|--:|--:|--:|--:|
${rows.join("\n")}`;
}

function section(proven: ProvenLab): string {
  const { lab } = proven;
  const parts = [
    `## ${lab.id}`,
    `${lab.title.en}.${lab.summary ? ` ${lab.summary.en}` : ""}`,
    ...(lab.tests.length > 0 ? [testTable(proven)] : []),
    ...(lab.questions ? [questionTable(lab.questions)] : []),
    ...flawTable(proven),
  ];
  return parts.join("\n\n");
}

function testTable({ lab, samples }: ProvenLab): string {
  const rows = lab.tests.map(({ id, program, title, points, optional, needs = [] }) => {
    const failedBy = flawed(samples).filter(({ expected }) => expected !== null && id in expected.fails);
    const worth = optional ? `+${points}` : String(points);
    return row([
      `\`${id}\``,
      program ?? Object.keys(lab.programs)[0] ?? "–",
      title.en,
      worth,
      code(needs),
      String(failedBy.length),
    ]);
  });
  return `| test | program | what is tested | points | needs | flawed programs that fail it |
|---|---|---|--:|---|--:|
${rows.join("\n")}`;
}

function questionTable(questions: NonNullable<Lab["questions"]>): string {
  const rows = questions.map(({ id, title, points }) => row([`\`${id}\``, title.en, String(points)]));
  return `| question | | points |\n|---|---|--:|\n${rows.join("\n")}`;
}

function flawTable({ lab, samples }: ProvenLab): string[] {
  const rows = samples.flatMap(({ name, expected }) =>
    expected?.flaw === undefined
      ? []
      : [row([`\`${name}\``, expected.flaw, share(costOf(lab, expected)), code(Object.keys(expected.fails))])],
  );
  return rows.length === 0
    ? []
    : [`| flawed program | its flaw | costs | fails |\n|---|---|--:|---|\n${rows.join("\n")}`];
}

function share({ lost, of }: Cost): string {
  return lost === 0 ? "–" : `${Math.round((100 * lost) / of)} %`;
}

function flawed(samples: readonly Sample[]): Sample[] {
  return samples.filter(({ expected }) => expected?.flaw !== undefined);
}

function code(ids: readonly string[]): string {
  return ids.map((id) => `\`${id}\``).join(", ") || "–";
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(markdownCell).join(" | ")} |`;
}
