/** A function of Python, or what stands outside of all functions, with its own lines. */
export interface PythonScope {
  lines: PlacedLine[];
  /** Whether a variable holds bytes that were read, or a part of such, wherever it gets a value. */
  holdsBytes(name: string): boolean;
}

interface PlacedLine {
  /** Its index in the file. */
  at: number;
  text: string;
}

/** The scopes of a source in Python, without its comments: a name in one function is not the same in another. */
export function pythonScopes(lines: readonly string[]): PythonScope[] {
  const files = new Set(lines.flatMap((line) => /\b(\w+)\s*=\s*\w+\.makefile\(\s*["']rw?b/.exec(line)?.[1] ?? []));
  const shared = new Set(lines.flatMap((line) => /^\s*(?:global|nonlocal)\s+(.+)/.exec(line)?.[1]?.split(/\W+/) ?? []));
  const isRead = (value: string) => {
    const [, from = ""] = /^(\w+)\.(?:read|readline)\s*\(/.exec(value) ?? [];
    return /^\w+\.recv(?:from)?\s*\(/.test(value) || files.has(from);
  };
  const found = split(lines);
  const known = new Map(
    found.map((scope) => [
      scope,
      settled(
        scope.lines.map(({ text }) => text),
        isRead,
      ),
    ]),
  );
  const holds = (scope: Found | null, name: string): boolean => {
    if (scope === null || shared.has(name) || scope.parameters.has(name)) return false;
    const own = known.get(scope);
    return own?.bound.has(name) ? own.bytes.has(name) : holds(scope.around, name);
  };
  return found.map((scope) => ({ lines: scope.lines, holdsBytes: (name) => holds(scope, name) }));
}

interface Found {
  indent: number;
  parameters: ReadonlySet<string>;
  lines: PlacedLine[];
  around: Found | null;
}

function split(lines: readonly string[]): Found[] {
  const all: Found[] = [{ indent: -1, parameters: new Set(), lines: [], around: null }];
  let current = all[0] as Found;
  for (const [at, text] of lines.entries()) {
    if (text.trim() === "") continue;
    const indent = text.search(/\S/);
    while (current.around !== null && indent <= current.indent) current = current.around;
    current.lines.push({ at, text });
    if (!/^\s*(?:async\s+)?def\s/.test(text)) continue;
    const [, head = ""] = /def\s+\w+\s*\(([^)]*)\)/.exec(lines.slice(at, at + longestHead).join(" ")) ?? [];
    const parameters = new Set(head.split(",").map((each) => each.replace(/[:=].*/, "").replace(/\W/g, "")));
    current = { indent, parameters, lines: [], around: current };
    all.push(current);
  }
  return all;
}

/** Lines over which the parameters of a function may extend. */
const longestHead = 8;

/** `name = value`, also of several names, in a condition, and of a loop's variable. */
const assignment =
  /^\s*(?:(?:while\s+|if\s+|elif\s+)?\(?((?:\*?\w+\s*,\s*)*\*?\w+)\s*:?=\s*(?!=)(.+)|(?:async\s+)?for\s+((?:\w+\s*,\s*)*\w+)\s+in\s+(.+):.*)$/;

/** The names that get a value here, and those that hold bytes wherever they get one, an empty list aside. */
function settled(lines: readonly string[], isRead: (value: string) => boolean) {
  const bytes = appended(lines, isRead);
  const given = lines.flatMap((line) => {
    const [, plain, value, looped, over] = assignment.exec(line) ?? [];
    const [names, from] = [plain ?? looped ?? "", value ?? over ?? ""];
    const cleaned = from.trim().replace(/:$|\)\s*:$/, "");
    return names === "" ? [] : [{ names: names.replaceAll("*", "").split(/\s*,\s*/), value: cleaned, line }];
  });
  const isOfBytes = (value: string) =>
    !/\bdecode\b|\bstr\s*\(/.test(value) && (isRead(value) || isPartOf(value, bytes));
  for (let before = -1; before < bytes.size; ) {
    before = bytes.size;
    for (const { names, value } of given) {
      if (!isOfBytes(value)) continue;
      // recvfrom() gives the bytes first, and an address.
      for (const name of /\brecvfrom\b/.test(value) ? names.slice(0, 1) : names) bytes.add(name);
    }
  }
  const others = given.filter(({ value }) => !isOfBytes(value) && !/^(?:\[\]|b["'])/.test(value));
  for (const { names } of others) for (const name of names) bytes.delete(name);
  const bound = new Set([...given.flatMap(({ names }) => names), ...bytes]);
  for (const line of lines) {
    for (const [, name = ""] of line.matchAll(
      /(?:(?<![\w.])|\bas\s+)(\w+)\s*(?::\s*\w+\s*)?(?::?=(?!=)|(?<=\bas\s+\w+)\s*[:,)])/g,
    )) {
      bound.add(name);
      if (!given.some((each) => each.line === line && each.names.includes(name))) bytes.delete(name);
    }
  }
  return { bytes, bound };
}

/** Whether the value is an item of what is known to hold bytes, or what split(), strip() and the like make of it. */
function isPartOf(value: string, known: ReadonlySet<string>): boolean {
  const [, from = "", made = ""] =
    /^(\w+)((?:\[[^\]]*\])*(?:\.(?:split|splitlines|strip|rstrip|lstrip|upper|lower|partition)\([^()]*\))*(?:\[[^\]]*\])*)\s*$/.exec(
      value,
    ) ?? [];
  return known.has(from) && !/\(["'](?!\))/.test(made);
}

/** Lists to which only what was read is appended. */
function appended(lines: readonly string[], isRead: (value: string) => boolean): Set<string> {
  const all = lines.flatMap((line) => [...line.matchAll(/\b(\w+)\.append\((.*)\)\s*$/g)]);
  const [own, other] = [new Set<string>(), new Set<string>()];
  for (const [, list = "", value = ""] of all) (isRead(value) && !/\bdecode\b/.test(value) ? own : other).add(list);
  return new Set([...own].filter((list) => !other.has(list)));
}
