import type { Launcher } from "../launcher.ts";
import { withLocalImports } from "../support/local-imports.ts";
import { shebangInterpreter } from "../support/shebang.ts";
import { fileArgument, shellWord } from "../support/words.ts";
import { esbuildQuietly } from "./esbuild.ts";
import { scriptImports } from "./imports.ts";
import { nodeLanguage } from "./node-language.ts";

/** JavaScript on Node. esbuild checks its syntax: `node --check` (20.20) passes broken ES modules named `.js`. */
export const node: Launcher = {
  title: "JavaScript",
  extensions: [".js", ".mjs", ".cjs"],
  ...nodeLanguage,
  recognises: (file, tree) => /^node/.test(shebangInterpreter(tree.read(file)) ?? ""),
  plan(tree) {
    const modules = withLocalImports(tree, scriptImports).filter((file) => /\.[cm]?js$/i.test(file));
    const check = [...modules.map(fileArgument), "--outdir={build}", ...esbuildQuietly];
    return {
      build: modules.length > 0 ? [{ tool: "esbuild", argv: check }] : [],
      run: { tool: "node", argv: [fileArgument(tree.entry)] },
    };
  },
  trial: { "trial.js": "let trial;\n" },
  typed: ({ entry }) => `node ${shellWord(entry)}`,
  leftovers: { folders: ["node_modules"] },
};
