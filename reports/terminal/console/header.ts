import type { FoundProgram, Result } from "../../../runner/model/result.ts";
import { consoleTexts, provisional } from "../../../runner/texts/console.ts";
import { type Page, paragraph, wrapped } from "./page.ts";

/** What was graded: the lab, the hand-in, and the programs that were found in it. */
export function header(result: Result, page: Page): string[] {
  const { bold } = page.colours;
  const title = paragraph(page.safe(`${result.lab.title[page.language]} · ${result.submission.id}`), page, 0).map(bold);
  const note = result.isolation.tier === "local" ? paragraph(page.say(provisional), page, 0) : [];
  const labelWidth = Math.max(0, ...result.programs.map(({ role }) => role.length)) + 2;
  return [
    ...title,
    ...note.map(page.colours.yellow),
    "",
    ...result.programs.flatMap((program) => programLines(program, labelWidth, page)),
    "",
  ];
}

function programLines(program: FoundProgram, labelWidth: number, page: Page): string[] {
  const indent = 2 + labelWidth;
  const lines = wrapped(page.safe(description(program, page)), page, indent);
  const notes = program.note ? wrapped(page.safe(page.say(program.note)), page, indent).map(page.colours.yellow) : [];
  return [...lines, ...notes].map((line, index) => {
    const label = index === 0 ? page.safe(program.role).padEnd(labelWidth) : " ".repeat(labelWidth);
    return `  ${page.colours.dim(label)}${line}`;
  });
}

function description(program: FoundProgram, page: Page): string {
  if (program.file === null) return page.say(consoleTexts.notFound);
  const port = program.port && `${page.say(consoleTexts.port)}: ${page.say(program.port)}`;
  return [program.file, program.language, port].filter(Boolean).join(" · ");
}
