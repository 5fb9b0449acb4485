import type { ErrorCode, YAMLError } from "yaml";

/** An error of the YAML parser as a sentence for authors who do not know the grammar of YAML. */
export function yamlErrorMessage(error: YAMLError, duplicate = "this key"): string {
  if (error.code === "DUPLICATE_KEY") return `\`${duplicate}\` is written twice: keep one of them`;
  if (error.code === "BAD_INDENT" && error.message.includes("end with")) return notClosed;
  return sentences[error.code] ?? `${lowerFirst(error.message)}: this is not valid YAML`;
}

/** The message for a text that would use up the machine's memory. */
export const tooMuch = "this is nested too deeply, or repeats itself too often, to be read: simplify it";

const notClosed = "a quotation mark or bracket that was opened is not closed, or a `:` or `,` is missing";
const quote = "put the text in quotation marks";

const sentences: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: "a tab cannot indent YAML: use spaces",
  BAD_INDENT: "this line's indentation does not match the lines above it: align it with them",
  BLOCK_AS_IMPLICIT_KEY: `a second \`: \` on this line, or deeper lines below a value: ${quote}, or indent less`,
  BLOCK_IN_FLOW: "lines with `- ` or `key:` are not allowed inside brackets: close the bracket first",
  MULTILINE_IMPLICIT_KEY: "this line has no `: ` after its key: write `key: value`",
  MISSING_CHAR: notClosed,
  RESOURCE_EXHAUSTION: tooMuch,
  BAD_SCALAR_START: `a text cannot begin with this character: ${quote}`,
  BAD_DQ_ESCAPE: "unknown escape in quotation marks: write \\\\ for a backslash",
  BAD_ALIAS: `a text cannot begin with * or &: ${quote}`,
  UNEXPECTED_TOKEN: `unexpected text: ${quote} as a whole, or begin a new line`,
  MULTIPLE_DOCS: "a second document begins at this `---`: keep one document in the file",
  TAG_RESOLVE_FAILED: `a text cannot begin with !: ${quote}`,
};

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
