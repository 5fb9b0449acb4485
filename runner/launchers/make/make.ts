import { dirname, join, relative } from "node:path/posix";
import { cCompiler, includesSockets } from "../c/c.ts";
import { cErrors } from "../c/error-meanings.ts";
import { cSource } from "../c/source.ts";
import { cSources } from "../c/sources.ts";
import { cppCompiler } from "../cpp/cpp.ts";
import type { Launcher, SourceTree } from "../launcher.ts";
import { debuggerStack } from "../support/debugger.ts";
import { stdioOfATerminal } from "../support/stdio.ts";
import { typedProgram } from "../support/words.ts";
import { type MakeProduct, makeProduct } from "./makefile.ts";

/**
 * C and C++ by the hand-in's own Makefile, if reading it shows what it makes of the entry; else the compilers' own
 * launchers take the file. Everything is built again in a copy: what was built on the student's machine may not run here.
 */
export const make: Launcher = {
  title: "Make",
  extensions: [],
  needsPosix: true,
  tools: {
    make: { names: ["make", "gmake"], package: "make" },
    cp: { names: ["cp"], package: "coreutils", version: null },
    cc: cCompiler,
    cpp: cppCompiler,
  },
  recognises: (file, tree) => findProduct({ ...tree, entry: file }) !== null,
  sources: cSources,
  plan(tree) {
    const found = findProduct(tree);
    if (!found) throw new Error(`No Makefile of the hand-in makes ${tree.entry}`);
    const folder = join("{build}", found.folder);
    const argv = ["--always-make", "--no-print-directory", "-C", folder, found.target];
    return {
      build: [
        { tool: "cp", argv: ["-R", ".", "{build}"] },
        { tool: "make", argv },
      ],
      run: { tool: null, argv: [join(folder, found.product)], pipedEnv: stdioOfATerminal() },
    };
  },
  trial: { "trial.c": includesSockets, Makefile: "trial: trial.c\n\tcc -o trial trial.c\n" },
  typed: typedProgram,
  source: cSource,
  errorMeanings: cErrors,
  stackTool: debuggerStack,
  closedOutput: "nowhere",
};

/** What the Makefile next to the entry, else the one at the root, makes of it. */
function findProduct(tree: SourceTree): (MakeProduct & { folder: string }) | null {
  if (!/\.(c|cpp|cc|cxx)$/i.test(tree.entry)) return null;
  for (const folder of new Set([dirname(tree.entry), "."])) {
    const makefile = ["GNUmakefile", "makefile", "Makefile"].map((name) => join(folder, name)).find(isIn(tree));
    if (!makefile) continue;
    const siblings = tree.files.map((file) => relative(folder, file)).filter((file) => !file.startsWith("../"));
    const found = makeProduct(tree.read(makefile), relative(folder, tree.entry), siblings);
    if (found) return { ...found, folder };
  }
  return null;
}

function isIn({ files }: SourceTree): (file: string) => boolean {
  return (file) => files.includes(file);
}
