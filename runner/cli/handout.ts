import wrapAnsi from "wrap-ansi";
import type { Language } from "../model/text.ts";
import { aboutProgram } from "../prepare/about-program.ts";
import type { Lab, Program } from "../spec/lab.ts";
import { markdownCell } from "../texts/markdown-cell.ts";

/** A lab's handout for students, in Markdown: summary, programs, how each gets its port, and what is tested. */
export function handout(lab: Lab, language: Language): string {
  const words = wordsOf[language];
  const programs = Object.entries(lab.programs).map(([role, program]) => programLine(role, program, language));
  const tests = lab.tests.map(({ title, points, optional, program, visibility }) => {
    const worth = optional ? `+${points}` : String(points);
    const about = visibility === "hidden" ? ` (${words.hidden})` : "";
    return `| ${markdownCell(title[language])}${about} | ${program ?? Object.keys(lab.programs)[0] ?? ""} | ${worth} |`;
  });
  const questions = (lab.questions ?? []).map(
    ({ title, text, points }) =>
      `| ${markdownCell(title[language])}${text ? `: ${markdownCell(text[language])}` : ""} | ${points} |`,
  );
  return [
    `# ${lab.title[language]}`,
    ...(lab.handout ? [`${words.from}: ${lab.handout}`] : []),
    ...(lab.summary ? [lab.summary[language]] : []),
    ...(programs.length > 0 ? [`## ${words.programs}`, programs.join("\n"), ownNames(lab, language)] : []),
    ...(tests.length > 0
      ? [
          `## ${words.tests}`,
          [`| ${words.test} | ${words.program} | ${words.points} |`, "|---|---|--:|", ...tests].join("\n"),
        ]
      : []),
    ...(questions.length > 0
      ? [`## ${words.questions}`, [`| ${words.question} | ${words.points} |`, "|---|--:|", ...questions].join("\n")]
      : []),
    `${words.total}: ${lab.points ?? 100}`,
    ...(lab.tests.length > 0 ? [`${words.check}: \`wirecheck check ${lab.id} ${words.yours}\``] : []),
  ]
    .join("\n\n")
    .concat("\n");
}

/** The same for a terminal: without Markdown, wrapped to `width`. */
export function plainHandout(lab: Lab, language: Language, width: number): string {
  return handout(lab, language)
    .split("\n")
    .filter((line) => !/^\|-/.test(line))
    .map((line) => {
      const row = /^\| (.*) \|$/.exec(line)?.[1]?.split(" | ");
      if (row) return wrapAnsi(`  ${row.map((each) => each.replaceAll("\\|", "|")).join("  ·  ")}`, width);
      return wrapAnsi(line.replace(/^#+ /, "").replaceAll(/`|\*\*/g, ""), width);
    })
    .join("\n");
}

/** How students say which file is which program and, if the lab allows it, how it is run. */
function ownNames({ programs }: Lab, language: Language): string {
  const words = wordsOf[language];
  const lines = Object.entries(programs).map(([role, { run = true, kind }]) => {
    const port = kind === "program" ? "" : " {port}";
    return run ? `${role}: { run: python3 ${words.own}${port} }` : `${role}: { file: ${words.own} }`;
  });
  const file = Object.keys(programs).map((role) => `${role}: { file: ${words.own} }`)[0];
  const isRun = lines.some((line) => line.includes("run:"));
  return [`${words.named} \`wirecheck.yaml\`: \`${file}\``, isRun ? `${words.started} \`${lines[0]}\`` : null]
    .filter(Boolean)
    .join("; ")
    .concat(".");
}

function programLine(role: string, program: Program, language: Language): string {
  const about = aboutProgram(program, (file) => `\`${file}\``)[language];
  return `- **${role}**${program.kind === "program" ? ";" : ","} ${about}`;
}

const wordsOf = {
  en: {
    ...{ own: "my_file.py", started: "or how it is run:" },
    named: "If another file is meant, say which in a file",
    ...{ from: "From", programs: "Programs", program: "program" },
    ...{ tests: "What is tested", test: "test", points: "points", hidden: "hidden", total: "Points in all" },
    ...{ questions: "Questions", question: "question", check: "Try it yourself", yours: "your-folder" },
  },
  id: {
    ...{ own: "berkas_saya.py", started: "atau cara menjalankannya:" },
    named: "Jika yang dimaksud berkas lain, sebutkan dalam berkas",
    ...{ from: "Sumber", programs: "Program", program: "program" },
    ...{ tests: "Yang diuji", test: "tes", points: "poin", hidden: "tersembunyi", total: "Jumlah poin" },
    ...{ questions: "Pertanyaan", question: "pertanyaan", check: "Coba sendiri", yours: "folder-anda" },
  },
} as const;
