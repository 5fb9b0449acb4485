import { dirname, join } from "node:path/posix";
import { parseAst } from "vitest/node";

/** Folders and files, and which others each of them may import besides itself. */
export type Directions = Readonly<Record<string, readonly string[]>>;

/** An import that goes against the stream. */
export interface ForbiddenImport {
  file: string;
  line: number;
  imported: string;
}

/**
 * Finds the imports, those of types included, that the directions do not allow. A file belongs to the longest entry
 * that is the beginning of its path; a file that belongs to none may import nothing.
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
