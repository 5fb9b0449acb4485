import { dirname, join, normalize } from "node:path/posix";
import { blankOut, syntaxOf } from "./blank-out.ts";
import type { SourceTree } from "./launcher.ts";
import { pythonModules } from "./python-imports.ts";

type Files = Pick<SourceTree, "files" | "read">;

/** The files of the hand-in that this file imports, includes or requires by itself. */
export function localImports(file: string, tree: Files): string[] {
  const rule = rules.find(({ files }) => files.test(file));
  if (!rule) return [];
  const code = blankOut(tree.read(file), syntaxOf(file), { keepStrings: true });
  const present = new Set(tree.files);
  const found = rule.candidates(code, dirname(file)).map((names) => names.find((name) => present.has(name)));
  return [...new Set(found.filter((name) => name !== undefined && name !== file))] as string[];
}

/** The file and every file of the hand-in that it needs, directly or through others. */
export function withLocalImports(file: string, tree: Files): string[] {
  const reached = new Set([file]);
  for (const next of reached) for (const imported of localImports(next, tree)) reached.add(imported);
  return [...reached];
}

/** How one family of languages names other files: for each import the paths it may mean, best first. */
interface ImportRule {
  files: RegExp;
  candidates(code: string, folder: string): string[][];
}

const rules: ImportRule[] = [
  { files: /\.pyw?$/i, candidates: pythonModules },
  { files: /\.[cm]?[jt]s$/i, candidates: scriptModules },
  { files: /\.(c|cc|cpp|cxx|h|hh|hpp)$/i, candidates: includedFiles },
  { files: /\.rs$/i, candidates: rustModules },
];

function scriptModules(code: string, folder: string): string[][] {
  const names = [...code.matchAll(/\b(?:from|import|require)\s*\(?\s*["'](\.[^"'\n]+)["']/g)].map(
    ([, name = ""]) => name,
  );
  return names.map((name) => {
    const path = join(folder, name);
    const stem = path.replace(/\.[cm]?js$/, "");
    const endings = [".ts", ".js", ".mjs", ".cjs", ".mts", ".cts", "/index.ts", "/index.js"];
    return [path, ...endings.map((ending) => path + ending), ...endings.map((ending) => stem + ending)];
  });
}

function includedFiles(code: string, folder: string): string[][] {
  const names = [...code.matchAll(/^[ \t]*#[ \t]*include[ \t]*"([^"\n]+)"/gm)].map(([, name = ""]) => name);
  return names.map((name) => [join(folder, name), normalize(name), join("include", name)]);
}

function rustModules(code: string, folder: string): string[][] {
  const names = [...code.matchAll(/^\s*(?:pub\s+)?mod\s+(\w+)\s*;/gm)].map(([, name = ""]) => name);
  return names.map((name) => [join(folder, `${name}.rs`), join(folder, name, "mod.rs")]);
}
