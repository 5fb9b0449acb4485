import { esbuild, esbuildQuietly } from "./esbuild.ts";
import { fileArgument } from "./file-argument.ts";
import type { Launcher, Tool } from "./launcher.ts";
import { withLocalImports } from "./local-imports.ts";
import { shebangInterpreter } from "./shebang.ts";

/** Node itself, found past the shims of nvm, asdf and their like. */
export const nodeTool: Tool = {
  names: ["node", "nodejs"],
  package: "nodejs",
  locate: { argv: ["-p", "path.dirname(path.dirname(process.execPath))"] },
};

/** JavaScript on Node. The check of its syntax is esbuild's: `node --check` (20.20) passes broken ES modules named `.js`. */
export const node: Launcher = {
  title: "JavaScript",
  byHand: "node",
  extensions: [".js", ".mjs", ".cjs"],
  tools: { node: nodeTool, esbuild },
  recognises: (file, tree) => /^node/.test(shebangInterpreter(tree.read(file)) ?? ""),
  sources: (tree) => withLocalImports(tree.entry, tree),
  plan(tree) {
    const modules = withLocalImports(tree.entry, tree).filter((file) => /\.[cm]?js$/i.test(file));
    const check = [...modules.map(fileArgument), "--outdir={build}", ...esbuildQuietly];
    return {
      build: modules.length > 0 ? [{ tool: "esbuild", argv: check }] : [],
      run: { tool: "node", argv: [fileArgument(tree.entry)] },
    };
  },
};
