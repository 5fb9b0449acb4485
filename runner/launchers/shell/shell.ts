import type { Launcher } from "../launcher.ts";
import { shebangInterpreter } from "../support/shebang.ts";
import { stdioOfATerminal } from "../support/stdio.ts";
import { fileArgument, shellWord } from "../support/words.ts";
import { shellSource } from "./source.ts";

/** Shell scripts: run by bash, unless their `#!` line names sh. */
export const shell: Launcher = {
  title: "Shell",
  extensions: [".sh", ".bash"],
  needsPosix: true,
  tools: {
    bash: { names: ["bash"], package: "bash" },
    sh: { names: ["sh"], package: "dash", version: null },
  },
  recognises: (file, tree) => /^(ba|da|k|z)?sh$/.test(shebangInterpreter(tree.read(file)) ?? ""),
  plan({ entry, read }) {
    const tool = /^(da)?sh$/.test(shebangInterpreter(read(entry)) ?? "") ? "sh" : "bash";
    const script = fileArgument(entry);
    return { build: [{ tool, argv: ["-n", script] }], run: { tool, argv: [script], pipedEnv: stdioOfATerminal() } };
  },
  typed: ({ entry }) => `bash ${shellWord(entry)}`,
  source: shellSource,
  closedOutput: "closed",
};
