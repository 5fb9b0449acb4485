import type { Launcher, SourceTree } from "../launcher.ts";
import { withLocalImports } from "../support/local-imports.ts";
import { shebangInterpreter } from "../support/shebang.ts";
import { fileArgument, shellWord } from "../support/words.ts";
import { pythonErrors } from "./error-meanings/index.ts";
import { pythonImports, pythonStart } from "./imports.ts";
import { missingModules, pythonLibraries } from "./libraries.ts";
import { pythonOutput } from "./output.ts";
import { pythonTool } from "./python-tool.ts";
import { linesOfPython2 } from "./python2.ts";
import { pythonSetup } from "./setup.ts";
import { pythonSource } from "./source.ts";
import { pythonStack } from "./stack.ts";

/** Python 3: its syntax is checked first, so that a typing error is reported as one. */
export const python: Launcher = {
  title: "Python",
  extensions: [".py", ".pyw"],
  tools: { python: pythonTool },
  recognises: (file, tree) => /^python/.test(shebangInterpreter(tree.read(file)) ?? ""),
  sources: (tree) => withLocalImports(tree, pythonImports),
  libraries: pythonLibraries,
  setup: pythonSetup,
  missingLibraries: missingModules,
  plan(tree) {
    const modules = withLocalImports(tree, pythonImports).map(fileArgument);
    const { argv, env } = start(tree);
    return {
      // Isolated (-I): a hand-in's own struct.py must not run instead of the library's. Without site-packages (-S), which
      // take a third of its time or more to find.
      build: [{ tool: "python", argv: ["-I", "-S", "-c", compileAll, "{build}", ...modules] }],
      run: {
        tool: "python",
        argv,
        env: { ...asForAStudent, ...env },
        pipedEnv: { PYTHONUNBUFFERED: "1" },
      },
    };
  },
  trial: { "trial.py": "trial = 1\n" },
  typed: (tree) => {
    const { argv, env } = start(tree);
    const path = Object.entries(env).map(([name, value]) => `${name}=${shellWord(value)}`);
    return [...path, "python3", ...argv.map(shellWord)].join(" ");
  },
  source: pythonSource,
  errorMeanings: pythonErrors,
  handlesErrorBy: { en: "try: and except OSError:", id: "try: dan except OSError:" },
  isInterpreted: true,
  output: pythonOutput,
  stackDump: pythonStack,
  closedOutput: "closed",
  leftovers: {
    folders: ["venv", ".venv", "env", "__pycache__", ".mypy_cache", ".pytest_cache", ".ruff_cache"],
    endings: [".pyc", ".pyo"],
  },
  needsFolder: isInPackage,
  oldLines: linesOfPython2,
};

/**
 * What `python3 -m py_compile` does, with the byte code in the first argument's folder: as its `pycache_prefix`, that folder would
 * hide the library's own byte code, and all imported modules would be compiled again, which takes five times as long.
 */
const compileAll = `
import os, py_compile, sys
for number, file in enumerate(sys.argv[2:]):
    try:
        py_compile.compile(file, os.path.join(sys.argv[1], "%d.pyc" % number), doraise=True)
    except py_compile.PyCompileError as error:
        # Its own message says of a wrong indentation no more than "Sorry".
        import traceback
        sys.stderr.write("".join(traceback.format_exception_only(type(error.exc_value), error.exc_value)))
        sys.exit(1)
`;

function start(tree: SourceTree): { argv: string[]; env: Record<string, string> } {
  const { module, path } = pythonStart(tree);
  return {
    argv: module === null ? [fileArgument(tree.entry)] : ["-m", module],
    env: path === null ? {} : { PYTHONPATH: path },
  };
}

function isInPackage(tree: SourceTree): boolean {
  if (!tree.entry.endsWith(".py")) return false;
  const { module, path } = pythonStart(tree);
  return module !== null || path !== null;
}

/**
 * Output in UTF-8, as students see it; no byte code next to the sources. faulthandler prints where a program is stuck, and costs
 * nothing otherwise.
 */
const asForAStudent = {
  PYTHONFAULTHANDLER: "1",
  PYTHONDONTWRITEBYTECODE: "1",
  PYTHONUTF8: "1",
  PYTHONIOENCODING: "utf-8",
};
