import { dirname, join } from "node:path/posix";
import type { SourceTree } from "../launcher.ts";
import { blankOut, hashSyntax } from "../support/blank-out.ts";
import type { ImportRule } from "../support/local-imports.ts";

/** How Python must be started for the imports of a program's own file to be found. */
export interface PythonStart {
  /** Module to run by its name (-m), because relative imports work only in a package; null if the file can be run. */
  module: string | null;
  /** Folder to search for modules in addition to the usual ones, relative to the root; null: none. */
  path: string | null;
}

/** Where the imports of a Python file may be. */
export const pythonImports: ImportRule = {
  syntax: hashSyntax,
  candidates: (code, folder) =>
    importsIn(code).map(({ dots, path }) => {
      const bases = dots > 0 ? [join(folder, ...Array(dots - 1).fill(".."))] : upwards(folder);
      return bases.flatMap((base) => modulesAt(base, path));
    }),
};

/**
 * A file is run directly if that works, as most students do. A file in a package is run as a module from above the
 * package; for one that imports from a folder above it, that folder is searched, as IDEs do for the root of a project.
 */
export function pythonStart({ entry, files, read }: Pick<SourceTree, "entry" | "files" | "read">): PythonStart {
  const imports = importsIn(blankOut(read(entry), hashSyntax, { keepStrings: true }));
  const present = new Set(files);
  const [folder = ".", ...above] = upwards(dirname(entry));
  const dots = Math.max(0, ...imports.map((each) => each.dots));
  const root = dots > 0 ? above.slice(dots - 1).find((base) => !present.has(join(base, "__init__.py"))) : undefined;
  const module = root === undefined ? null : moduleName(entry, root);
  if (root !== undefined && module !== null) return { module, path: root === "." ? null : root };

  const finds = (base: string, path: string) => modulesAt(base, path).some((file) => present.has(file));
  const missed = imports.filter((each) => each.dots === 0 && !finds(folder, each.path));
  return { module: null, path: above.find((base) => missed.some(({ path }) => finds(base, path))) ?? null };
}

interface Import {
  /** Dots before the name: 0 for an absolute import. */
  dots: number;
  path: string;
}

function importsIn(code: string): Import[] {
  const plain = [...code.matchAll(/^[ \t]*import[ \t]+([^\n;]+)/gm)].flatMap(([, list = ""]) => list.split(","));
  const from = [...code.matchAll(/^[ \t]*from[ \t]+(\.*[\w.]*)[ \t]+import[ \t]+\(?([^\n;)]+)/gm)];
  const names = [
    ...plain.map((name) => name.trim().split(/\s/)[0] ?? ""),
    ...from.flatMap(([, module = "", list = ""]) => [
      module,
      ...list.split(",").map((name) => `${module.replace(/[^.]$/, "$&.")}${name.trim().split(/\s/)[0]}`),
    ]),
  ];
  return names.map((name) => {
    const [dots = ""] = /^\.*/.exec(name) ?? [];
    return { dots: dots.length, path: name.slice(dots.length).replaceAll(".", "/") };
  });
}

function modulesAt(base: string, path: string): string[] {
  return path === "" ? [join(base, "__init__.py")] : [join(base, `${path}.py`), join(base, path, "__init__.py")];
}

/** The folder itself and every folder above it, up to the root. */
function upwards(folder: string): string[] {
  return folder === "." ? ["."] : [folder, ...upwards(dirname(folder))];
}

/** `echo/__main__.py` is the module `echo`; null if the name of a folder cannot be that of a module. */
function moduleName(entry: string, base: string): string | null {
  const below = base === "." ? entry : entry.slice(base.length + 1);
  const name = below.replace(/(\/__main__)?\.pyw?$/, "").replaceAll("/", ".");
  return /^[^\W\d]\w*(\.[^\W\d]\w*)*$/u.test(name) ? name : null;
}
