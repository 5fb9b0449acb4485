/** The syntax of comments and strings of a language. */
export interface Syntax {
  /** Finds the next comment, as the group `comment`, or string. */
  token: RegExp;
}

/** Makes a syntax from the regular expressions of its comments and of its strings. */
export function makeSyntax({ comments, strings }: { comments: string[]; strings: string[] }): Syntax {
  return { token: new RegExp([`(?<comment>${comments.join("|")})`, ...strings].join("|"), "g") };
}

/**
 * The source with its comments and, unless `keepStrings`, the contents of its strings replaced by spaces: what is left is
 * code, at the same line and column. A scanner, not a parser: a quote inside a regular expression costs at most the rest of
 * its line.
 */
export function blankOut(source: string, { token }: Syntax, options: { keepStrings?: boolean } = {}): string {
  let code = "";
  let position = 0;
  for (const match of source.matchAll(token)) {
    code += source.slice(position, match.index);
    code += match.groups?.comment === undefined ? blankString(match[0], options) : spaces(match[0]);
    position = match.index + match[0].length;
  }
  return code + source.slice(position);
}

/** Regular expressions for tokens that several languages share. */
export const tokens = {
  doubleQuoted: String.raw`"(?:\\[^]|[^"\\\n])*"?`,
  singleQuoted: String.raw`'(?:\\[^]|[^'\\\n])*'?`,
  tripleQuoted: String.raw`"""(?:\\[^]|[^\\])*?(?:"""|$)|'''(?:\\[^]|[^\\])*?(?:'''|$)`,
  /** A character literal: a lone quote is a lifetime in Rust and an apostrophe elsewhere. */
  character: String.raw`'(?:\\[^'\n]+|\\'|[^'\\\n])'`,
  template: String.raw`\x60(?:\\[^]|[^\x60\\])*\x60?`,
  slashComment: String.raw`\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)`,
  hashComment: String.raw`#[^\n]*`,
};

/** Languages whose comments begin with `#`: Python, the shell. */
export const hashSyntax = makeSyntax({
  comments: [tokens.hashComment],
  strings: [tokens.tripleQuoted, tokens.doubleQuoted, tokens.singleQuoted],
});

/** C and languages with its comments and strings. */
export const slashSyntax = makeSyntax({
  comments: [tokens.slashComment],
  strings: [tokens.doubleQuoted, tokens.character, tokens.template],
});

function blankString(token: string, { keepStrings = false }: { keepStrings?: boolean }): string {
  if (keepStrings) return token;
  const quote = /^("""|'''|["'`])/.exec(token)?.[0] ?? "";
  const closed = quote !== "" && token.length >= 2 * quote.length && token.endsWith(quote);
  const inside = token.slice(quote.length, closed ? -quote.length : undefined);
  return quote + spaces(inside) + (closed ? quote : "");
}

function spaces(text: string): string {
  return text.replace(/[^\n]/g, " ");
}
