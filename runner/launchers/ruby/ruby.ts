import type { Launcher } from "../launcher.ts";
import { withLocalImports } from "../support/local-imports.ts";
import { shebangInterpreter } from "../support/shebang.ts";
import { fileArgument, shellWord } from "../support/words.ts";
import { rubyOutput } from "./output.ts";
import { rubyRequires, rubySource } from "./source.ts";

/** Ruby (MRI). */
export const ruby: Launcher = {
  title: "Ruby",
  extensions: [".rb"],
  tools: {
    ruby: {
      names: ["ruby"],
      package: "ruby",
      locate: { argv: ["--disable=gems", "-r", "rbconfig", "-e", "print RbConfig::CONFIG['prefix']"] },
    },
  },
  recognises: (file, tree) => /^ruby/.test(shebangInterpreter(tree.read(file)) ?? ""),
  sources: (tree) => withLocalImports(tree, rubyRequires),
  plan(tree) {
    const files = withLocalImports(tree, rubyRequires);
    return {
      build: [
        // -c checks one file only.
        ...files.map((file) => ({ tool: "ruby", argv: ["--disable=gems", "-W0", "-c", fileArgument(file)] })),
        { tool: "ruby", argv: ["--disable=gems", "-e", writeUnbuffered, unbuffered] },
      ],
      run: { tool: "ruby", argv: [fileArgument(tree.entry)], pipedEnv: { RUBYOPT: `-r${unbuffered}` } },
    };
  },
  typed: ({ entry }) => `ruby ${shellWord(entry)}`,
  source: rubySource,
  handlesErrorBy: { en: "begin and rescue SystemCallError", id: "begin dan rescue SystemCallError" },
  isInterpreted: true,
  output: rubyOutput,
  // The interpreter replaces it by a broken pipe, to which nothing can be written.
  closedOutput: "nowhere",
  leftovers: { folders: [".bundle"] },
};

/** Ruby has no variable that turns buffering off; a file that is loaded first can do it. */
const unbuffered = "{build}/unbuffered.rb";
const writeUnbuffered = "File.write(ARGV[0], '$stdout.sync = true')";
