import { fileArgument } from "./file-argument.ts";
import type { Launcher } from "./launcher.ts";
import { shebangInterpreter } from "./shebang.ts";
import { stdioOfATerminal } from "./stdio.ts";

/** Shell scripts: by bash, unless their `#!` line asks for plain sh. */
export const shell: Launcher = {
  title: "Shell",
  byHand: "bash",
  extensions: [".sh", ".bash"],
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
};
