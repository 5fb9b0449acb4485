import { isUtf8 } from "node:buffer";
import { RE2JS, RE2JSException } from "re2js";
import * as z from "zod";
import { fill, namesNeeded } from "./fill.ts";
import { references } from "./references.ts";

/**
 * A regular expression as a lab writes it, in the syntax of RE2: without look-around and back-references, so that the time to match is
 * linear in the length of the text, for any text that a program sends.
 */
export const pattern = z
  .string()
  .superRefine((source, context) => {
    const fault = faultOf(source);
    if (fault) context.addIssue({ code: "custom", message: fault, params: { about: "key" } });
  })
  .describe(
    "A regular expression in the syntax of RE2, which is JavaScript's without look-around and back-references: ^ and $ are the ends of the received bytes. Named groups, (?<name>…), become values: {name}. An expression with \\x80 to \\xff matches bytes, any other matches text in UTF-8",
  );
references.add(pattern, { to: "pattern" });

/** Whether a pattern ignores case. */
export const ignoreCase = z.literal(true).optional().describe("With matches, text or line: ignores case");

/** Where a pattern was found in bytes. */
export interface Found {
  /** The number of bytes up to the end of the match. */
  end: number;
  /** What its named groups matched. */
  groups: Record<string, string>;
}

/** Makes what the named groups of a pattern matched values of the test. */
export function keepGroups(found: Found | null, { values }: { values: Map<string, string> }): void {
  for (const [name, value] of Object.entries(found?.groups ?? {})) values.set(name, value);
}

/** A compiled pattern. */
export interface Pattern {
  find(bytes: Buffer): Found | null;
}

/** Compiles a pattern. */
export function compile(source: string, options: { ignoreCase?: boolean | undefined } = {}): Pattern {
  // Bytes are matched as characters from 0 to 255, not as UTF-8.
  const isAboutBytes = /\\x[89a-fA-F][0-9a-fA-F]/.test(source);
  const flags = options.ignoreCase ? RE2JS.CASE_INSENSITIVE : 0;
  const expression = RE2JS.compile(RE2JS.translateRegExp(source), flags);
  const names = groupNames(source);
  return {
    find(bytes) {
      const text = isAboutBytes ? bytes.toString("latin1") : toText(bytes);
      // Matching without groups is a hundred times as fast: groups are read only if there is a match.
      if (!expression.test(text)) return null;
      const found = expression.matcher(text);
      found.find();
      const before = text.slice(0, found.end());
      const groups = names.map((name) => [name, found.group(name)]).filter(([, value]) => value !== null);
      return { end: isAboutBytes ? before.length : lengthOf(before), groups: Object.fromEntries(groups) };
    },
  };
}

/** The names of a pattern's groups. */
export function groupNames(source: string): string[] {
  return [...source.matchAll(/\(\?<([A-Za-z_]\w*)>/g)].map(([, name = ""]) => name);
}

function faultOf(source: string): string | null {
  // Expressions are replaced before a pattern is compiled: here any word can stand for them.
  const names = Object.fromEntries([...namesNeeded(source)].map((name) => [name, "1"]));
  try {
    compile(fill({ matches: source }, names).matches);
  } catch (error) {
    if (!(error instanceof RE2JSException)) return null;
    const lookAround = /\(\?<?[=!]/.exec(source)?.[0];
    if (lookAround) return `look-around (\`${lookAround}…)\`) cannot be used here: write the expression without it`;
    return `this is not a regular expression: ${error.message.replace("error parsing regexp: ", "")}`;
  }
  return null;
}

/** The first of the lone surrogates that stand for invalid bytes. */
const strayBytes = 0xdc00;

/** Decodes UTF-8; an invalid byte becomes a lone surrogate, which only a dot or a negated class matches. */
function toText(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString();
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    const length = [1, 2, 3, 4].find((size) => isUtf8(bytes.subarray(at, at + size)) && at + size <= bytes.length);
    text += length ? bytes.toString("utf8", at, at + length) : String.fromCharCode(strayBytes + (bytes[at] ?? 0));
    at += length ?? 1;
  }
  return text;
}

function lengthOf(text: string): number {
  return Buffer.byteLength(text) - 2 * (text.match(/[\udc80-\udcff](?<![\ud800-\udbff].)/g)?.length ?? 0);
}
