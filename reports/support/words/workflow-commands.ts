/**
 * Text in which no line is a workflow command of GitHub Actions, for the log of a job. The runner treats a line as a
 * command if it begins with `::` after blanks, or has `##[` anywhere; both are split, so that they stay readable.
 */
export function withoutCommands(text: string): string {
  return text.replace(commandAtStart, "$1: :").replaceAll("##[", "# #[");
}

/** Equivalent JSON that contains no command. */
export function jsonWithoutCommands(json: string): string {
  return json.replaceAll("##[", "\\u0023#[");
}

/** Lines that the log of a job shows folded under a title. */
export function foldedGroup(title: string, lines: readonly string[]): string[] {
  return [`::group::${escapeData(title)}`, ...lines, "::endgroup::"];
}

/** Escapes the message of a command like the toolkit of GitHub Actions. */
export function escapeData(words: string): string {
  return words.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

// The log may be coloured: the codes that colour it are not part of the line.
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is that character which paints
const commandAtStart = /^((?:\s|\u001b\[[\d;]*m)*)::/gm;
