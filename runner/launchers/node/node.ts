import type { Launcher } from "../launcher.ts";
import { withLocalImports } from "../support/local-imports.ts";
import { shebangInterpreter } from "../support/shebang.ts";
import { fileArgument, shellWord } from "../support/words.ts";
import { nodeErrors } from "./error-meanings.ts";
import { esbuild, esbuildQuietly } from "./esbuild.ts";
import { scriptImports } from "./imports.ts";
import { nodeLibraries } from "./libraries.ts";
import { nodeTool } from "./node-tool.ts";
import { nodeOutput } from "./output.ts";
import { nodeRuntime } from "./runtime.ts";
import { nodeSetup } from "./setup.ts";
import { nodeSource } from "./source.ts";

/** JavaScript on Node. esbuild checks its syntax: `node --check` (20.20) passes broken ES modules named `.js`. */
export const node: Launcher = {
  title: "JavaScript",
  extensions: [".js", ".mjs", ".cjs"],
  tools: { node: nodeTool, esbuild },
  recognises: (file, tree) => /^node/.test(shebangInterpreter(tree.read(file)) ?? ""),
  sources: (tree) => withLocalImports(tree, scriptImports),
  libraries: nodeLibraries,
  setup: nodeSetup,
  plan(tree) {
    const modules = withLocalImports(tree, scriptImports).filter((file) => /\.[cm]?js$/i.test(file));
    const check = [...modules.map(fileArgument), "--outdir={build}", ...esbuildQuietly];
    return {
      build: modules.length > 0 ? [{ tool: "esbuild", argv: check }] : [],
      run: { tool: "node", argv: [fileArgument(tree.entry)] },
    };
  },
  typed: ({ entry }) => `node ${shellWord(entry)}`,
  source: nodeSource,
  errorMeanings: nodeErrors,
  handlesErrorBy: { en: "socket.on('error', ...)", id: "socket.on('error', ...)" },
  output: nodeOutput,
  runtime: nodeRuntime,
  closedOutput: "closed",
  cannotSet: ["linger"],
  leftovers: { folders: ["node_modules"] },
};
