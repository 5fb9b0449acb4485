import type { Diagnosis, Result, TestResult } from "../../../runner/model/result.ts";
import type { Language, Text } from "../../../runner/model/text.ts";
import { consoleTexts } from "../../../runner/texts/console.ts";
import { causeName } from "../../support/words/cause-words.ts";
import { lastLines, tellingOutput, withoutHome } from "../../support/words/last-lines.ts";
import { testMessage, testTitle } from "../../support/words/test-words.ts";
import { comparison } from "../../terminal/console/failure-block.ts";
import { openPage } from "../../terminal/console/page.ts";
import { blockIndent } from "../../terminal/console/rows.ts";
import { codeBlock, markdownText } from "./escape.ts";

/** A section on a test that failed or could not be judged; `reference` replaces a cause that another section explains. */
export function failedTest(test: TestResult, result: Result, language: Language, reference?: Text): string[] {
  const heading = `## ${markdownText(`${test.id}: ${testTitle(test, language)}`)}`;
  const message = markdownText(testMessage(test, language));
  if (test.status === "error") return [heading, markdownText(consoleTexts.notYourFault[language]), message];
  const opening = [heading, message].filter(Boolean);
  if (reference) return [...opening, markdownText(reference[language])];
  return [
    ...opening,
    ...compiler(test, result, language),
    ...steps(test, language),
    ...(test.diagnosis ? [cause(test.diagnosis, language)] : [markdownText(test.why[language])]),
    ...(test.tryIt === null ? [] : [consoleTexts.tryIt[language], codeBlock(test.tryIt, "sh")]),
    ...output(test, language),
  ];
}

function compiler(test: TestResult, result: Result, language: Language): string[] {
  const said = result.programs.find(({ role }) => role === test.program)?.build;
  if (test.failure?.code !== "build-failed" || !said) return [];
  return [consoleTexts.compiler[language], codeBlock(withoutHome(said))];
}

/** Uses the rows of the terminal, where the caret is under the byte that differs. */
function steps(test: TestResult, language: Language): string[] {
  if (!test.failure) return [];
  const lines = comparison(test.failure, openPage({ language, colour: false, width: 80 + blockIndent }), false);
  return lines.length === 0 ? [] : [codeBlock(lines.map((line) => line.slice(blockIndent)).join("\n"))];
}

function cause(diagnosis: Diagnosis, language: Language): string {
  const name = markdownText(`${causeName(diagnosis)[language]} (${diagnosis.code})`);
  const lines = (diagnosis.lines ?? []).map(({ file, line }) => `${file}:${line}`).join(", ");
  const item = (label: Text, words: string) => `- *${label[language]}*: ${markdownText(words)}`;
  return [
    `**${name}**`,
    "",
    item(consoleTexts.seen, diagnosis.saw[language]),
    ...(lines ? [item(consoleTexts.lines, lines)] : []),
    item(consoleTexts.idea, diagnosis.idea[language]),
    item(consoleTexts.look, diagnosis.look[language]),
  ].join("\n");
}

function output(test: TestResult, language: Language): string[] {
  const shown = tellingOutput(test);
  return shown ? [consoleTexts[shown.stream][language], codeBlock(lastLines(shown.text).join("\n"))] : [];
}
