import pc from "picocolors";
import stringWidth from "string-width";
import type { Language, Text } from "../model/text.ts";

/** One thing that wirecheck looked for on this machine. */
export interface Finding {
  name: string;
  /** False when it is missing; `detail` says what wirecheck does without it. */
  isThere: boolean;
  detail: string | Text;
  /** A command line that adds what is missing. */
  fix?: string | undefined;
}

/** Findings that belong together, below a heading. */
export interface Section {
  heading: string | Text;
  findings: readonly Finding[];
}

/** What `wirecheck doctor` prints. */
export function doctorReport(sections: readonly Section[], colour = false, language: Language = "en"): string {
  const width = Math.max(0, ...sections.flatMap(({ findings }) => findings.map(({ name }) => stringWidth(name))));
  return sections
    .map(({ heading, findings }) => [
      inWords(heading, language),
      ...findings.flatMap((finding) => lines(finding, width, colour, language)),
    ])
    .map((section) => `${section.join("\n")}\n`)
    .join("\n");
}

function lines({ name, isThere, detail, fix }: Finding, width: number, colour: boolean, language: Language): string[] {
  const { green, red, bold } = pc.createColors(colour);
  const mark = isThere ? green("✓") : red("✗");
  const line = `  ${mark} ${name}${" ".repeat(width - stringWidth(name))}  ${inWords(detail, language)}`;
  return fix === undefined ? [line] : [line, `    ${" ".repeat(width)}  ${toAddIt[language]}: ${bold(fix)}`];
}

const toAddIt: Text = { en: "to add it", id: "untuk menambahkannya" };

/** Names and versions are the same in every language. */
function inWords(words: string | Text, language: Language): string {
  return typeof words === "string" ? words : words[language];
}
