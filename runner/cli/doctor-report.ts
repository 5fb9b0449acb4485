import pc from "picocolors";
import stringWidth from "string-width";

/** One thing that wirecheck looked for on this machine. */
export interface Finding {
  name: string;
  /** False for what is missing; wirecheck then does without, as `detail` says. */
  isThere: boolean;
  detail: string;
  /** A command line that adds what is missing. */
  fix?: string | undefined;
}

/** Findings that belong together, below a heading. */
export interface Section {
  heading: string;
  findings: readonly Finding[];
}

/** What `wirecheck doctor` prints. */
export function doctorReport(sections: readonly Section[], colour = false): string {
  const width = Math.max(0, ...sections.flatMap(({ findings }) => findings.map(({ name }) => stringWidth(name))));
  return sections
    .map(({ heading, findings }) => [heading, ...findings.flatMap((finding) => lines(finding, width, colour))])
    .map((section) => `${section.join("\n")}\n`)
    .join("\n");
}

function lines({ name, isThere, detail, fix }: Finding, width: number, colour: boolean): string[] {
  const { green, red, bold } = pc.createColors(colour);
  const mark = isThere ? green("✓") : red("✗");
  const line = `  ${mark} ${name}${" ".repeat(width - stringWidth(name))}  ${detail}`;
  return fix === undefined ? [line] : [line, `    ${" ".repeat(width)}  to add it: ${bold(fix)}`];
}
