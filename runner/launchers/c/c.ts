import type { Launcher, Tool } from "../launcher.ts";
import { debuggerStack } from "../support/debugger.ts";
import { stdioOfATerminal } from "../support/stdio.ts";
import { fileArgument, typedProgram } from "../support/words.ts";
import { cErrors } from "./error-meanings.ts";
import { cOutput } from "./output.ts";
import { checksResults, cSource } from "./source.ts";
import { cSources, includeFolders } from "./sources.ts";

/** The C compiler of the machine. */
export const cCompiler: Tool = { names: ["cc", "gcc", "clang"], package: "gcc" };

/** A program that needs the headers of the C library. */
export const includesSockets = "#include <stdio.h>\n#include <sys/socket.h>\nint main(void) { return 0; }\n";

/** C, compiled as students do it by hand: without optimisation, with threads and the mathematics library, and with line numbers. */
export const c: Launcher = {
  title: "C",
  extensions: [".c"],
  needsPosix: true,
  tools: { cc: cCompiler },
  sources: cSources,
  plan(tree) {
    const sources = cSources(tree).map(fileArgument);
    const argv = [
      "-std=gnu11",
      "-g1",
      ...forgiving,
      ...includeFolders(tree),
      "-o",
      "{build}/program",
      ...sources,
      "-pthread",
      "-lm",
    ];
    return {
      build: [{ tool: "cc", argv }],
      run: { tool: null, argv: ["{build}/program"], pipedEnv: stdioOfATerminal() },
    };
  },
  trial: { "trial.c": includesSockets },
  typed: typedProgram,
  source: cSource,
  errorMeanings: cErrors,
  stackTool: debuggerStack,
  handlesErrorBy: checksResults,
  output: cOutput,
  closedOutput: "nowhere",
};

/** GCC 14 makes errors of what older versions only warn about; the same hand-in must build on every machine. */
const forgiving = [
  "-w",
  ...["implicit-function-declaration", "implicit-int", "int-conversion", "incompatible-pointer-types"].map(
    (warning) => `-Wno-error=${warning}`,
  ),
];
