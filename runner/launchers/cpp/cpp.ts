import { cErrors } from "../c/error-meanings.ts";
import { checksResults, cSource } from "../c/source.ts";
import { cSources, includeFolders } from "../c/sources.ts";
import type { Launcher, Tool } from "../launcher.ts";
import { debuggerStack } from "../support/debugger.ts";
import { stdioOfATerminal } from "../support/stdio.ts";
import { fileArgument, typedProgram } from "../support/words.ts";

/** The C++ compiler of the machine. */
export const cppCompiler: Tool = { names: ["c++", "g++", "clang++"], package: "g++" };

/** C++20, compiled as students do it by hand. */
export const cpp: Launcher = {
  title: "C++",
  extensions: [".cpp", ".cc", ".cxx", ".c++"],
  needsPosix: true,
  tools: { cpp: cppCompiler },
  sources: cSources,
  plan(tree) {
    const sources = cSources(tree).map(fileArgument);
    const argv = [
      "-std=gnu++20",
      "-g1",
      "-w",
      ...includeFolders(tree),
      "-o",
      "{build}/program",
      ...sources,
      "-pthread",
    ];
    return {
      build: [{ tool: "cpp", argv }],
      run: { tool: null, argv: ["{build}/program"], pipedEnv: stdioOfATerminal() },
    };
  },
  trial: { "trial.cpp": "#include <iostream>\n#include <sys/socket.h>\nint main() { std::cout << 1; }\n" },
  typed: typedProgram,
  source: { ...cSource, sends: /\b(send\w*|write\w*|dprintf|fprintf|fputs|fwrite|async_write|dup2)\s*\(|<</ },
  errorMeanings: cErrors,
  stackTool: debuggerStack,
  handlesErrorBy: checksResults,
  output: {
    stackTrace: [/^terminate called (?:after throwing|without)/m],
    uncaught: afterThrow,
    errors: { "out-of-memory": /std::bad_alloc/ },
  },
  closedOutput: "nowhere",
};

/** The type is on one line, and the reason on the next. */
function afterThrow(output: string): string | null {
  const [, thrown, what] = /^(terminate called after throwing.*)\n\s*what\(\):\s*(.*)$/m.exec(output) ?? [];
  return thrown === undefined ? null : `${thrown}: ${what}`;
}
