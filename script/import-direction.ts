import { dirname, join } from "node:path/posix";
import { parseAst } from "vitest/node";

/** For each folder or file, the others that it may import besides itself. */
export type Directions = Readonly<Record<string, readonly string[]>>;

/** An import in a forbidden direction. */
export interface ForbiddenImport {
  file: string;
  line: number;
  imported: string;
}

/**
 * Finds the imports, those of types included, that the directions do not allow. A file belongs to the longest entry
 * that its path begins with; a file that belongs to none may import nothing.
 */
export function forbiddenImports(
  files: ReadonlyMap<string, string>,
  directions: Directions,
): readonly ForbiddenImport[] {
  return [...files].flatMap(([file, source]) => {
    const home = homeOf(file, directions);
    const allowed = home === undefined ? [] : [home, ...(directions[home] ?? [])];
    return relativeImports(source, file)
      .filter(({ imported }) => !allowed.some((entry) => isWithin(imported, entry)))
      .map(({ imported, line }) => ({ file, line, imported }));
  });
}

/** Groups of files that import each other in a circle, including imports of types; each group sorted by name. */
export function importCircles(files: ReadonlyMap<string, string>): string[][] {
  const graph = new Map(
    [...files].map(([file, source]) => [file, relativeImports(source, file).map(({ imported }) => imported)]),
  );
  const reach = (from: string): Set<string> => {
    const reached = new Set<string>(graph.get(from));
    for (const next of reached) for (const imported of graph.get(next) ?? []) reached.add(imported);
    return reached;
  };
  const reached = new Map([...graph.keys()].map((file) => [file, reach(file)]));
  const circles = [...graph.keys()]
    .filter((file) => reached.get(file)?.has(file))
    .map((file) => [...graph.keys()].filter((other) => reached.get(file)?.has(other) && reached.get(other)?.has(file)));
  return [...new Map(circles.map((circle) => [circle.join(), circle.sort()])).values()];
}

function homeOf(file: string, directions: Directions): string | undefined {
  return Object.keys(directions)
    .filter((entry) => isWithin(file, entry))
    .sort((a, b) => b.length - a.length)[0];
}

function isWithin(file: string, entry: string): boolean {
  return file === entry || file.startsWith(`${entry}/`);
}

function relativeImports(source: string, file: string): { imported: string; line: number }[] {
  const found: { imported: string; line: number }[] = [];
  const visit = (node: unknown): void => {
    if (node === null || typeof node !== "object") return;
    const { source: from, start } = node as { source?: { value?: unknown }; start?: number };
    if (isImport(node) && typeof from?.value === "string" && from.value.startsWith("."))
      found.push({ imported: join(dirname(file), from.value), line: source.slice(0, start).split("\n").length });
    for (const child of Object.values(node)) visit(child);
  };
  visit(parseAst(source, { lang: file.endsWith(".tsx") ? "tsx" : "ts" }, file));
  return found;
}

function isImport(node: object): boolean {
  return "type" in node && importTypes.has(String(node.type));
}

const importTypes = new Set([
  "ImportDeclaration",
  "ExportNamedDeclaration",
  "ExportAllDeclaration",
  "ImportExpression",
  "TSImportType",
]);
