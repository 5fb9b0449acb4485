import type { Launcher } from "./launcher.ts";
import { shebangInterpreter } from "./shebang.ts";
import { stdioOfATerminal } from "./stdio.ts";

/** What the kernel itself can start: an ELF program, or a script whose `#!` line names any other interpreter. */
export const executable: Launcher = {
  title: "executable",
  extensions: [],
  tools: {},
  recognises(file, tree) {
    const text = tree.read(file);
    return isElfProgram(file, text) || shebangInterpreter(text) !== null;
  },
  plan: ({ entry }) => ({ build: [], run: { tool: null, argv: [`./${entry}`], pipedEnv: stdioOfATerminal() } }),
};

/** Object files (type 1 in byte 16 of an ELF header, see elf(5)) and libraries are parts of programs only. */
function isElfProgram(file: string, text: string): boolean {
  return text.startsWith("\u007fELF") && text.charCodeAt(16) !== 1 && !/\.so(\.\d+)*$/.test(file);
}
