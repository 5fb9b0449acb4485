import { isBuiltin } from "node:module";
import { dirname, join } from "node:path/posix";
import type { SourceTree } from "../launcher.ts";
import { blankOut } from "../support/blank-out.ts";
import { withLocalImports } from "../support/local-imports.ts";
import { scriptImports } from "./imports.ts";
import { scriptSyntax } from "./syntax.ts";

/**
 * npm packages that the program imports, that its package.json declares, and that were not handed in. A package that is not
 * declared is a fault of the hand-in, which Node's own error reports.
 */
export function nodeLibraries(tree: SourceTree): string[] {
  const imported = withLocalImports(tree, scriptImports).flatMap((file) =>
    npmPackagesIn(tree.read(file)).map((name) => ({ file, name })),
  );
  const missing = imported.filter(({ file, name }) => isDeclared(name, file, tree) && !isHandedIn(name, file, tree));
  return [...new Set(missing.map(({ name }) => name))];
}

/** The npm packages that a source imports. */
export function npmPackagesIn(source: string): string[] {
  const code = blankOut(source, scriptSyntax, { keepStrings: true });
  const found = code.matchAll(/\b(?:from|import|require)\s*\(?\s*["']([^."'/\n#][^"'\n]*)["']/g);
  const names = [...found].map(([, path = ""]) =>
    path
      .split("/")
      .slice(0, path.startsWith("@") ? 2 : 1)
      .join("/"),
  );
  return names.filter((name) => !isBuiltin(name) && !name.includes(":"));
}

function isDeclared(name: string, file: string, { files, read }: SourceTree): boolean {
  return upwards(dirname(file)).some((folder) => {
    const manifest = join(folder, "package.json");
    return files.includes(manifest) && dependenciesIn(read(manifest)).includes(name);
  });
}

function isHandedIn(name: string, file: string, { files }: SourceTree): boolean {
  const folders = upwards(dirname(file)).map((folder) => `${join(folder, "node_modules", name)}/`);
  return files.some((path) => folders.some((folder) => path.startsWith(folder)));
}

function dependenciesIn(manifest: string): string[] {
  try {
    const { dependencies = {}, devDependencies = {}, optionalDependencies = {} } = JSON.parse(manifest);
    return [dependencies, devDependencies, optionalDependencies].flatMap((names) => Object.keys(names));
  } catch {
    return [];
  }
}

function upwards(folder: string): string[] {
  return folder === "." ? ["."] : [folder, ...upwards(dirname(folder))];
}
