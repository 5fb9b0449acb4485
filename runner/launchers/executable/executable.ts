import type { Launcher } from "../launcher.ts";
import { pythonSource } from "../python/source.ts";
import { shellSource } from "../shell/source.ts";
import type { SourceSigns } from "../source-signs.ts";
import { shebangInterpreter } from "../support/shebang.ts";
import { stdioOfATerminal } from "../support/stdio.ts";
import { shellWord, stemOf } from "../support/words.ts";

/** A file that the kernel can execute: an ELF program, or a script whose `#!` line names an interpreter without a launcher. */
export const executable: Launcher = {
  title: "executable",
  extensions: [],
  needsPosix: true,
  tools: {},
  recognises(file, tree) {
    const text = tree.read(file);
    return isElfProgram(file, text) || shebangInterpreter(text) !== null;
  },
  plan: ({ entry }) => ({ build: [], run: { tool: null, argv: [`./${entry}`], pipedEnv: stdioOfATerminal() } }),
  typed: ({ entry }) => shellWord(`./${stemOf(entry)}`),
  source: anyScript(),
  closedOutput: "nowhere",
};

/** Object files (type 1 in byte 16 of an ELF header, see elf(5)) and libraries are not programs. */
function isElfProgram(file: string, text: string): boolean {
  return text.startsWith("\u007fELF") && text.charCodeAt(16) !== 1 && !/\.so(\.\d+)*$/.test(file);
}

/** Signs for scripts of languages without a launcher: most write their socket calls as Python or the shell does. */
function anyScript(): SourceSigns {
  const { sockets } = pythonSource;
  return {
    syntax: shellSource.syntax,
    partEndings: [".pl"],
    isBrokenByCarriageReturns: true,
    sockets: {
      ...sockets,
      "tcp-server": [...sockets["tcp-server"], ...shellSource.sockets["tcp-server"]],
      "tcp-client": [...sockets["tcp-client"], ...shellSource.sockets["tcp-client"]],
    },
    input: {
      arguments: /argv|argc|\bargs?\b|flag\.|getopt/i,
      environment: /getenv|environ|\bENV\b/,
      keyboard: /input\s*\(|stdin|scanf|read_?line|gets\b/i,
    },
  };
}
