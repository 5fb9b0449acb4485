import { isAbsolute } from "node:path";

/** What is needed of the bundler's information about a module: its static and its dynamic imports, and its source. */
export interface Module {
  code?: string | null;
  importedIds: readonly string[];
  dynamicallyImportedIds: readonly string[];
}

/** The entries that are started most often, so that no code which they do not use may be loaded with them. */
const startedMost = [
  ["runner/cli/start.ts", "runner/cli/main.ts"],
  ["runner/cli/start.ts", "runner/cli/main.ts", "runner/cli/check.ts"],
  ["runner/worker/start.ts", "runner/worker/worker.ts", "runner/arena/open-arena.ts"],
];

/** What the entries load before all else, and alone, because it decides how the rest is compiled. */
const loadedFirst = "runner/engine.ts";

/**
 * Names the chunk of the bundle for each module, so that there are few chunks: one for `loadedFirst` and what it needs, one for the modules that the same entries of
 * `startedMost` load, one for the code that the other commands share, one for the small libraries that they share, and one for each set
 * of large ones. Null for a module that is loaded by one entry only: it goes into the file of that entry.
 *
 * Chunks never import each other in a circle, because loading a module also loads the modules that it imports.
 */
export function chunkNames(entries: readonly string[], infoOf: (id: string) => Module | null): Namer {
  const graph = readGraph(entries, infoOf);
  const reached = [...graph.roots].map((root) => closure([root], graph.imports));
  const closureOf = (names: readonly string[]) =>
    closure(
      [...graph.imports.keys()].filter((id) => names.some((name) => id.endsWith(`/${name}`))),
      graph.imports,
    );
  const first = closureOf([loadedFirst]);
  const starts = startedMost.map(closureOf);
  const readersOf = (id: string) => reached.flatMap((modules, root) => (modules.has(id) ? [root] : []));
  const sizes = new Map<string, number>();
  for (const id of graph.imports.keys()) {
    const readers = readersOf(id).join("-");
    if (isLibrary(id)) sizes.set(readers, (sizes.get(readers) ?? 0) + (infoOf(id)?.code?.length ?? 0));
  }
  return (id) => {
    if (first.has(id)) return "engine";
    const readers = readersOf(id);
    if (readers.length < 2) return null;
    const readBy = starts.map((start) => (start.has(id) ? "1" : "0")).join("");
    if (readBy.includes("1")) return `start-${readBy}`;
    if (!isLibrary(id)) return "commands";
    const set = readers.join("-");
    return (sizes.get(set) ?? 0) < smallLibraries ? "library-small" : `library-${set}`;
  };
}

function isLibrary(id: string): boolean {
  return id.includes("/node_modules/");
}

/** A set of libraries with less source than this, in characters, has no file of its own: reading it takes less than a millisecond. */
const smallLibraries = 100_000;

type Namer = (id: string) => string | null;

interface Graph {
  /** Static imports of every module. */
  imports: Map<string, readonly string[]>;
  /** Entries and dynamically imported modules. */
  roots: Set<string>;
}

function readGraph(entries: readonly string[], infoOf: (id: string) => Module | null): Graph {
  const imports = new Map<string, readonly string[]>();
  const roots = new Set(entries);
  const open = [...entries];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const info = imports.has(id) ? null : infoOf(id);
    if (info === null) continue;
    imports.set(id, info.importedIds.filter(isAbsolute));
    for (const later of info.dynamicallyImportedIds) roots.add(later);
    open.push(...info.importedIds, ...info.dynamicallyImportedIds);
  }
  return { imports, roots };
}

function closure(from: readonly string[], imports: ReadonlyMap<string, readonly string[]>): Set<string> {
  const seen = new Set<string>();
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...(imports.get(id) ?? []));
  }
  return seen;
}
