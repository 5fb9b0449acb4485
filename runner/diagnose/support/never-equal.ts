import { pythonScopes } from "./python-scopes.ts";
import { codeOf } from "./source-code.ts";

/** A comparison of what was received with a text of the source that is false for every message. */
export interface Comparison {
  kind: "bytes-and-text" | "buffer-and-text" | "identity" | "pointers";
  line: number;
  /** The text of the source. */
  literal: string;
}

/** The comparisons of a source that are never true, judged from how the variables of that function get their values. */
export function neverEqual(file: string, text: string): Comparison[] {
  const [, ending = ""] = /\.(\w+)$/.exec(file) ?? [];
  const code = codeOf(file, text);
  const lines = code.split(/\r?\n/);
  if (ending === "py") return ofPython(lines);
  if (/^[cm]?[jt]s$/.test(ending)) return ofNode(code);
  if (ending === "java") return compared(lines, stringsOf(code, lines), "identity", javaComparison);
  if (/^(?:c|cc|cpp)$/.test(ending))
    return compared(lines, arraysOf(code), "pointers", /(?<![\w.>])(\w+)\s*[!=]=\s*(")(.+?)"(?!\w)/g);
  return [];
}

/** `name == "text"`, also of an item of it and of what strip(), upper() and lower() make of it. */
const pythonComparison = /(?<![\w.])(\w+)(?:\[\d+\])?(?:\.(?:strip|upper|lower)\(\))*\s*[!=]=\s*(["'])(.+?)\2/g;
const nodeComparison = /(?<![\w.$])(\w+)\s*[!=]==\s*(["'`])(.+?)\2/g;
const javaComparison = /(?<![\w.])(\w+)(?:\[\w+\])?(?:\.(?:trim|toUpperCase|toLowerCase)\(\))*\s*[!=]=\s*(")(.+?)"/g;

function compared(
  lines: readonly string[],
  names: ReadonlySet<string>,
  kind: Comparison["kind"],
  pattern: RegExp,
): Comparison[] {
  return lines.flatMap((line, at) =>
    [...line.matchAll(pattern)]
      .filter(([, name = ""]) => names.has(name))
      .map(([, , , literal = ""]) => ({ kind, line: at + 1, literal })),
  );
}

function ofPython(lines: readonly string[]): Comparison[] {
  return pythonScopes(lines).flatMap((scope) =>
    scope.lines.flatMap(({ at, text }) =>
      [...text.matchAll(pythonComparison)]
        .filter(
          ([, name = ""]) => scope.holdsBytes(name) && !new RegExp(`\\b(?:for|lambda)\\b.*\\b${name}\\b`).test(text),
        )
        .map(([, , , literal = ""]) => ({ kind: "bytes-and-text" as const, line: at + 1, literal })),
    ),
  );
}

/** The comparisons within functions for 'data' and 'message', of their argument, if nothing makes text of what comes. */
function ofNode(code: string): Comparison[] {
  if (makesText.test(code)) return [];
  return [...code.matchAll(handler)].flatMap((head) => {
    const [whole, event, name = ""] = head;
    if (event === "message" && (!/\bdgram\b/.test(code) || sendsMessages.test(code))) return [];
    const start = head.index + whole.length;
    const body = bodyAt(code, start);
    const isBoundAgain = new RegExp(
      `\\b(?:const|let|var|function|class|for|catch)\\b[^;=]*\\b${name}\\b|\\b${name}\\s*=(?!=)|\\b${name}\\b[^(){}]*\\)?\\s*=>`,
    ).test(body);
    if (isBoundAgain) return [];
    const before = code.slice(0, start).split("\n").length - 1;
    return compared(body.split("\n"), new Set([name]), "buffer-and-text", nodeComparison).map((each) => ({
      ...each,
      line: each.line + before,
    }));
  });
}

/** The head of a function for what arrives, up to the end of its parameters. */
const handler =
  /\.on\(\s*["'`](data|message)["'`]\s*,\s*(?:async\s*)?(?:function\s*\w*\s*)?\(?\s*(\w+)(?!\w)(?!\s*:\s*string)[^){=]*\)?(?:\s*:\s*\w+)?\s*(?:=>)?/g;

const makesText = /setEncoding|encoding\s*:|\bpipe\w*\(|StringDecoder|TextDecoder|objectMode|new Transform/;

/** Other senders of messages, which bring texts. */
const sendsMessages = /worker_threads|\bcluster\b|child_process|process\.on|["']ws["']/;

/** The block in braces that begins here, or the rest of the line. */
function bodyAt(code: string, start: number): string {
  const rest = code.slice(start);
  if (!/^\s*\{/.test(rest)) return rest.split("\n", 1)[0] ?? "";
  let depth = 0;
  for (let at = rest.indexOf("{"); at < rest.length; at++) {
    if (rest[at] === "{") depth++;
    if (rest[at] === "}" && --depth === 0) return rest.slice(0, at + 1);
  }
  return rest;
}

/** Java's strings that were read or made from bytes, wherever one of this name gets a value. */
function stringsOf(code: string, lines: readonly string[]): Set<string> {
  const made = new RegExp(`\\bString\\s+(\\w+)\\s*(?:=\\s*${readInJava}|;)`);
  const parts = /\bString\s*\[\]\s+(\w+)\s*=\s*\w+(?:\.\w+\(\))*\.split\s*\(/;
  const names = lines.flatMap((line) => (made.exec(line) ?? parts.exec(line))?.[1] ?? []);
  const isMade = (name: string) => {
    const declared = matches(code, `\\b(?!return\\b)\\w[\\w<>]*(?:\\[\\])*\\s+${name}\\s*(?=[=;,:)])|\\b${name}\\s*->`);
    const given = matches(code, `\\b${name}\\s*=(?!=)`);
    const read = matches(
      code,
      `\\b${name}\\s*=\\s*(?:${readInJava}|\\w+(?:\\.\\w+\\(\\))*\\.split\\s*\\(|${name}\\.(?!intern))`,
    );
    return declared === names.filter((each) => each === name).length && given === read && !code.includes("intern(");
  };
  return new Set(names.filter(isMade));
}

const readInJava = "(?:\\w+\\.(?:readLine|nextLine|next|readUTF)\\s*\\(|new\\s+String\\s*\\()";

/** C's arrays of characters whose name nothing else has. */
function arraysOf(code: string): Set<string> {
  const names = [...code.matchAll(/\bchar\s+(\w+)\s*\[/g)].map(([, name = ""]) => name);
  const other = (name: string) =>
    `\\b(?!(?:return|case|else|goto|delete|sizeof|throw|and|or|not)\\b)[\\w:]+(?:<[^<>]*>)?[\\s*&]+${name}\\s*(?=[=;,(){:])`;
  return new Set(names.filter((name) => matches(code, other(name)) === 0));
}

function matches(code: string, pattern: string): number {
  return code.match(new RegExp(pattern, "g"))?.length ?? 0;
}
