/**
 * Text in which no line is a workflow command of GitHub Actions, for the log of a job. The runner takes a line for one
 * that begins with `::` behind blanks, or has `##[` anywhere; both are pulled apart, so that they can still be read.
 */
export function withoutCommands(text: string): string {
  return text.replace(commandAtStart, "$1: :").replaceAll("##[", "# #[");
}

/** JSON that says the same and holds no command. */
export function jsonWithoutCommands(json: string): string {
  return json.replaceAll("##[", "\\u0023#[");
}

/** Lines that the log of a job shows folded under a title. */
export function foldedGroup(title: string, lines: readonly string[]): string[] {
  return [`::group::${escapeData(title)}`, ...lines, "::endgroup::"];
}

/** As the toolkit of GitHub Actions escapes the message of a command. */
export function escapeData(words: string): string {
  return words.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

// The log may be coloured: what paints the words is no part of the line.
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is that character which paints
const commandAtStart = /^((?:\s|\u001b\[[\d;]*m)*)::/gm;
