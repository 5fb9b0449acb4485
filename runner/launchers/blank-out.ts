/** How a family of languages writes comments and strings. */
export type Syntax = "hash" | "slash" | "script";

/** Which syntax a source file has by its name: hash (`#` comments), slash (C and its kin), script (JavaScript). */
export function syntaxOf(file: string): Syntax {
  if (/\.[cm]?[jt]s$/i.test(file)) return "script";
  return /\.(c|cc|cpp|cxx|c\+\+|h|hh|hpp|java|go|rs)$/i.test(file) ? "slash" : "hash";
}

/**
 * The source with its comments and, unless `keepStrings`, what stands inside its strings replaced by spaces: what is left
 * is code, at the same line and column. A scanner, not a parser: a quote inside a regular expression costs the rest of its
 * line at most.
 */
export function blankOut(source: string, syntax: Syntax, options: { keepStrings?: boolean } = {}): string {
  let code = "";
  let position = 0;
  const token = tokens[syntax];
  for (const match of source.matchAll(token)) {
    code += source.slice(position, match.index);
    code += blankToken(match[0], options.keepStrings === true);
    position = match.index + match[0].length;
  }
  return code + source.slice(position);
}

const doubleQuoted = String.raw`"(?:\\[^]|[^"\\\n])*"?`;
const singleQuoted = String.raw`'(?:\\[^]|[^'\\\n])*'?`;
// A lone quote is a lifetime in Rust and an apostrophe elsewhere.
const character = String.raw`'(?:\\[^'\n]+|\\'|[^'\\\n])'`;
const template = String.raw`\x60(?:\\[^]|[^\x60\\])*\x60?`;
const slashComment = String.raw`\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)`;
const tripleQuoted = String.raw`"""(?:\\[^]|[^\\])*?(?:"""|$)|'''(?:\\[^]|[^\\])*?(?:'''|$)`;

const tokens: Record<Syntax, RegExp> = {
  hash: new RegExp(`${tripleQuoted}|${doubleQuoted}|${singleQuoted}|#[^\\n]*`, "g"),
  slash: new RegExp(`${slashComment}|${doubleQuoted}|${character}|${template}`, "g"),
  script: new RegExp(`${slashComment}|${doubleQuoted}|${singleQuoted}|${template}`, "g"),
};

function blankToken(token: string, keepStrings: boolean): string {
  if (/^[#/]/.test(token)) return spaces(token);
  if (keepStrings) return token;
  const quote = /^("""|'''|["'`])/.exec(token)?.[0] ?? "";
  const closed = token.length >= 2 * quote.length && token.endsWith(quote);
  const inside = token.slice(quote.length, closed ? -quote.length : undefined);
  return quote + spaces(inside) + (closed ? quote : "");
}

function spaces(text: string): string {
  return text.replace(/[^\n]/g, " ");
}
