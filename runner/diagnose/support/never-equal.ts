/** A comparison of what was received with a text of the source that is false for every message. */
export interface Comparison {
  kind: "bytes-and-text" | "buffer-and-text" | "identity" | "pointers";
  line: number;
  /** The text of the source. */
  literal: string;
}

/** The comparisons of a source that are never true, judged from how its variables get their values. */
export function neverEqual(file: string, text: string): Comparison[] {
  const [, ending = ""] = /\.(\w+)$/.exec(file) ?? [];
  const lines = text.split(/\r?\n/).map((line) => line.replace(comments[ending] ?? /$^/, ""));
  if (ending === "py") return compared(lines, bytesOf(lines), "bytes-and-text", pythonComparison);
  if (/^[cm]?[jt]s$/.test(ending))
    return compared(lines, buffersOf(lines), "buffer-and-text", /\b(\w+)\s*[!=]==\s*(["'`])(.+?)\2/g);
  if (ending === "java")
    return compared(
      lines,
      stringsOf(lines),
      "identity",
      /\b(\w+)(?:\[\w+\])?(?:\.(?:trim|toUpperCase|toLowerCase)\(\))*\s*[!=]=\s*(")(.+?)"/g,
    );
  if (/^(?:c|cc|cpp)$/.test(ending))
    return compared(lines, arraysOf(lines), "pointers", /\b(\w+)\s*[!=]=\s*(")(.+?)"/g);
  return [];
}

const comments: Record<string, RegExp> = { py: /(?<=^|\s)#.*/ };

/** `name == "text"`, also of an item of it and of what strip(), upper() and lower() make of it. */
const pythonComparison = /\b(\w+)(?:\[\d+\])?(?:\.(?:strip|upper|lower)\(\))*\s*[!=]=\s*(["'])(.+?)\2/g;

function compared(lines: readonly string[], names: ReadonlySet<string>, kind: Comparison["kind"], pattern: RegExp) {
  return lines.flatMap((line, at) =>
    [...line.matchAll(pattern)]
      .filter(([, name = ""]) => names.has(name))
      .map(([, , , literal = ""]) => ({ kind, line: at + 1, literal })),
  );
}

/** Python's variables that hold bytes, or parts of such, wherever they get a value. */
function bytesOf(lines: readonly string[]): Set<string> {
  const files = new Set(lines.flatMap((line) => /\b(\w+)\s*=\s*\w+\.makefile\(\s*["']rw?b/.exec(line)?.[1] ?? []));
  const isRead = (value: string) => {
    const [, from = ""] = /^(\w+)\.(?:read|readline)\s*\(/.exec(value) ?? [];
    return /^\w+\.recv(?:from)?\s*\(/.test(value) || files.has(from);
  };
  return settled(
    lines,
    /^\s*(?:while\s+|if\s+)?\(?((?:\w+\s*,\s*)*\w+)\s*:?=\s*(?!=)(.+)$/,
    (value, known) => {
      const [, from = "", made = ""] =
        /^(\w+)((?:\[[^\]]*\])*(?:\.(?:split|strip|rstrip|lstrip|upper|lower|partition)\([^()]*\))*(?:\[[^\]]*\])*)\s*$/.exec(
          value,
        ) ?? [];
      return !/\bdecode\b|\bstr\s*\(/.test(value) && (isRead(value) || (known.has(from) && !/\(["'](?!\))/.test(made)));
    },
    appended(lines, isRead),
  );
}

/** Lists to which only what was read is appended. */
function appended(lines: readonly string[], isRead: (value: string) => boolean): ReadonlySet<string> {
  const all = lines.flatMap((line) => [...line.matchAll(/\b(\w+)\.append\((.*)\)\s*$/g)]);
  const [own, other] = [new Set<string>(), new Set<string>()];
  for (const [, list = "", value = ""] of all) (isRead(value) && !/\bdecode\b/.test(value) ? own : other).add(list);
  return new Set([...own].filter((list) => !other.has(list)));
}

/** The names that get a value of this kind wherever they get one, an empty list aside. */
function settled(
  lines: readonly string[],
  assignment: RegExp,
  isOfKind: (value: string, known: ReadonlySet<string>) => boolean,
  begun: ReadonlySet<string>,
): Set<string> {
  const known = new Set(begun);
  const given = lines.flatMap((line) => {
    const [, names = "", value = ""] = assignment.exec(line) ?? [];
    return names === "" ? [] : [{ names: names.split(/\s*,\s*/), value: value.trim().replace(/:$|\)\s*:$/, "") }];
  });
  for (let before = -1; before < known.size; ) {
    before = known.size;
    for (const { names, value } of given) {
      if (!isOfKind(value, known)) continue;
      // recvfrom() gives the bytes first, and an address.
      for (const name of /\brecvfrom\b/.test(value) ? names.slice(0, 1) : names) known.add(name);
    }
  }
  const others = given.filter(({ value }) => !isOfKind(value, known) && !/^(?:\[\]|b["'])/.test(value));
  for (const { names } of others) for (const name of names) known.delete(name);
  return known;
}

/** The arguments of functions for 'data' and 'message', if nothing makes text of what comes. */
function buffersOf(lines: readonly string[]): Set<string> {
  if (lines.some((line) => /setEncoding|encoding\s*:/.test(line))) return new Set();
  const names = lines.flatMap(
    (line) =>
      /\.on\(\s*["'`](?:data|message)["'`]\s*,\s*(?:async\s*)?(?:function\s*\w*\s*)?\(?\s*(\w+)/.exec(line)?.[1] ?? [],
  );
  return new Set(names.filter((name) => !lines.some((line) => new RegExp(`\\b${name}\\s*=[^=]`).test(line))));
}

/** Java's strings that were read or made from bytes. */
function stringsOf(lines: readonly string[]): Set<string> {
  const made = /\bString\s+(\w+)\s*(?:=\s*(?:\w+\.(?:readLine|nextLine|next|readUTF)\s*\(|new\s+String\s*\()|;)/;
  const parts = /\bString\s*\[\]\s+(\w+)\s*=\s*\w+(?:\.\w+\(\))*\.split\s*\(/;
  const names = lines.flatMap((line) => (made.exec(line) ?? parts.exec(line))?.[1] ?? []);
  return new Set(
    names.filter((name) => !lines.some((line) => new RegExp(`\\b${name}\\s*=\\s*"|\\b${name}\\.intern`).test(line))),
  );
}

/** C's arrays of characters. */
function arraysOf(lines: readonly string[]): Set<string> {
  return new Set(lines.flatMap((line) => /\bchar\s+(\w+)\s*\[/.exec(line)?.[1] ?? []));
}
