import type { Result } from "../../../runner/model/result.ts";
import type { Language } from "../../../runner/model/text.ts";
import { wholeOutputTexts } from "../../../runner/texts/whole-output.ts";
import { wholeOutput } from "../../support/words/whole-output.ts";
import { codeBlock, markdownText } from "./escape.ts";

/** All that the programs of a hand-in printed, test by test; nothing where they printed nothing. */
export function everythingPrinted({ tests }: Result, language: Language): string {
  const parts = tests.flatMap((test) => {
    const streams = wholeOutput(test).flatMap(({ stream, text }) => [
      wholeOutputTexts[stream][language],
      codeBlock(text),
    ]);
    return streams.length === 0 ? [] : [`### ${markdownText(test.id)}`, ...streams];
  });
  return parts.length === 0 ? "" : `\n${[`## ${wholeOutputTexts.programs[language]}`, ...parts].join("\n\n")}\n`;
}
