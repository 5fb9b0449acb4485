import { basename, dirname } from "node:path/posix";
import type { SourceTree } from "../launcher.ts";
import { blankOut, slashSyntax } from "../support/blank-out.ts";

/** A class, interface, enum or record at the top level of a source file. */
export interface JavaType {
  name: string;
  isPublic: boolean;
  hasMain: boolean;
}

/** What a Java source file declares. */
export interface JavaFile {
  path: string;
  /** Empty for the unnamed package. */
  packageName: string;
  types: readonly JavaType[];
}

/**
 * The entry and the files it needs, by the names of their classes: a hand-in may hold several programs whose helper
 * classes bear the same name, so that compiling everything together would fail.
 */
export function javaSources(tree: SourceTree): JavaFile[] {
  const all = tree.files.filter((file) => file.toLowerCase().endsWith(".java"));
  const parsed = new Map(all.map((file) => [file, parseJava(file, tree.read(file))]));
  const entry = parsed.get(tree.entry) ?? parseJava(tree.entry, tree.read(tree.entry));
  const chosen = new Map([[entry.path, entry]]);
  for (const file of chosen.values()) {
    const words = new Set(blankOut(tree.read(file.path), slashSyntax).match(/\b[A-Za-z_$][\w$]*\b/g));
    for (const word of words) {
      const declaring = bestDeclaration(word, file, [...parsed.values()]);
      if (declaring && !collides(declaring, chosen.values())) chosen.set(declaring.path, declaring);
    }
  }
  return [...chosen.values()];
}

/** Qualified name of the class to start: the one named after its file, else a public one, else the first with a `main`. */
export function mainClass({ path, packageName, types }: JavaFile): string {
  const withMain = types.filter((type) => type.hasMain);
  const stem = basename(path).replace(/\.java$/i, "");
  const main =
    withMain.find((type) => type.name === stem) ?? withMain.find((type) => type.isPublic) ?? withMain[0] ?? types[0];
  const name = main?.name ?? stem;
  return packageName ? `${packageName}.${name}` : name;
}

/** Reads package and top-level types of a source, by a scan of its braces. */
export function parseJava(path: string, source: string): JavaFile {
  const code = blankOut(source, slashSyntax);
  const types: JavaType[] = [];
  let depth = 0;
  let statementStart = 0;
  for (const match of code.matchAll(
    /[{};]|\b(?:class|interface|enum|record)\s+([A-Za-z_$][\w$]*)|\bvoid\s+main\s*\(/g,
  )) {
    const [found, name] = match;
    const last = types.at(-1);
    if (found === "{") depth += 1;
    else if (found === "}") depth -= 1;
    else if (name && depth === 0) {
      types.push({ name, isPublic: /\bpublic\b/.test(code.slice(statementStart, match.index)), hasMain: false });
    } else if (found.startsWith("void") && last && depth === 1) last.hasMain = true;
    if (/[{};]/.test(found)) statementStart = match.index + 1;
  }
  return { path, packageName: /^\s*package\s+([\w.]+)\s*;/m.exec(code)?.[1] ?? "", types };
}

function bestDeclaration(name: string, from: JavaFile, files: JavaFile[]): JavaFile | undefined {
  if (from.types.some((type) => type.name === name)) return undefined;
  const closeness = (file: JavaFile) =>
    (dirname(file.path) === dirname(from.path) ? 2 : 0) + (basename(file.path) === `${name}.java` ? 1 : 0);
  return files
    .filter((file) => file.path !== from.path && file.types.some((type) => type.name === name))
    .sort((a, b) => closeness(b) - closeness(a))[0];
}

function collides(file: JavaFile, chosen: Iterable<JavaFile>): boolean {
  const declares = (other: JavaFile, name: string) => other.types.some((type) => type.name === name);
  return [...chosen].some(
    (other) =>
      other.packageName === file.packageName &&
      (other.path === file.path || file.types.some((type) => declares(other, type.name))),
  );
}
