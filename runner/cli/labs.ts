import type { Command } from "commander";
import stringWidth from "string-width";
import type { Language } from "../model/text.ts";
import type { Lab } from "../spec/lab.ts";
import { loadLab } from "../spec/load-lab.ts";
import type { Problem } from "../spec/problem.ts";
import { findLab, labIds } from "./find-lab.ts";
import { handout, plainHandout } from "./handout.ts";
import { languageOption } from "./options.ts";
import { readLab } from "./read-lab.ts";
import { inHelp } from "./speech.ts";
import { unusableLab } from "./unusable.ts";

/** Adds `wirecheck labs`. */
export function addLabs(program: Command): void {
  program
    .command("labs")
    .description("list the labs that come with wirecheck, or show what one asks for")
    .argument("[lab]", "the lab whose handout is shown: its id, or the path of a lab.yaml or its folder")
    .addOption(languageOption())
    .option("--markdown", "write the handout as Markdown, to give it to students")
    .addHelpText("after", inHelp(examples))
    .action(async (name: string | undefined, { lang, markdown }: { lang: Language; markdown?: boolean }) => {
      if (name !== undefined) {
        const lab = await readLab(name);
        process.stdout.write(markdown ? handout(lab, lang) : plainHandout(lab, lang, process.stdout.columns ?? 80));
        return;
      }
      const { labs, problems } = await loadLabs();
      process.stdout.write(labTable(labs, lang));
      if (problems.length > 0) throw unusableLab(problems);
    });
}

const commandLines = "  $ wirecheck labs --lang id\n  $ wirecheck labs chat --markdown > handout.md";
const examples = { en: `\nExamples:\n${commandLines}`, id: `\nContoh:\n${commandLines}` };

/** The labs as a table: id, title, programs, number of tests and points. */
export function labTable(labs: readonly Lab[], language: Language): string {
  const words = columnWords[language];
  const rows = labs.map((lab) => [
    lab.id,
    lab.title[language],
    Object.keys(lab.programs).join(", "),
    askedFor(lab, words),
    `${lab.points ?? 100} ${words.points}`,
  ]);
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, i) => Math.max(widest[i] ?? 0, stringWidth(cell))),
    [],
  );
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, i) => pad(cell, widths[i] ?? 0))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}

function askedFor({ tests, questions = [] }: Lab, words: (typeof columnWords)[Language]): string {
  const counted = [
    ...(tests.length > 0 ? [`${tests.length} ${tests.length === 1 ? words.test : words.tests}`] : []),
    ...(questions.length > 0
      ? [`${questions.length} ${questions.length === 1 ? words.question : words.questions}`]
      : []),
  ];
  return counted.join(", ");
}

async function loadLabs(): Promise<{ labs: Lab[]; problems: Problem[] }> {
  const files = await Promise.all((await labIds()).map((id) => findLab(id)));
  const read = await Promise.all(files.map((file) => loadLab(file)));
  return {
    labs: read.flatMap((outcome) => ("value" in outcome ? [outcome.value] : [])),
    problems: read.flatMap((outcome) => ("problems" in outcome ? outcome.problems : [])),
  };
}

const columnWords = {
  en: { test: "test", tests: "tests", question: "question", questions: "questions", points: "points" },
  id: { test: "tes", tests: "tes", question: "pertanyaan", questions: "pertanyaan", points: "poin" },
} as const;

function pad(cell: string, width: number): string {
  return cell + " ".repeat(width - stringWidth(cell));
}
