import { cSources, includeFolders } from "./c-sources.ts";
import { fileArgument } from "./file-argument.ts";
import type { Launcher, Tool } from "./launcher.ts";
import { stdioOfATerminal } from "./stdio.ts";

/** The C++ compiler of the machine. */
export const cppCompiler: Tool = { names: ["c++", "g++", "clang++"], package: "g++" };

/** C++20, compiled as a student does by hand. */
export const cpp: Launcher = {
  title: "C++",
  extensions: [".cpp", ".cc", ".cxx", ".c++"],
  tools: { cpp: cppCompiler },
  sources: cSources,
  plan(tree) {
    const sources = cSources(tree).map(fileArgument);
    const argv = ["-std=gnu++20", "-w", ...includeFolders(tree), "-o", "{build}/program", ...sources, "-pthread"];
    return {
      build: [{ tool: "cpp", argv }],
      run: { tool: null, argv: ["{build}/program"], pipedEnv: stdioOfATerminal() },
    };
  },
};
