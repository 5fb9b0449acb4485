import type { Launcher } from "../launcher.ts";
import { withLocalImports } from "../support/local-imports.ts";
import { nodeErrors } from "./error-meanings.ts";
import { esbuild } from "./esbuild.ts";
import { scriptImports } from "./imports.ts";
import { nodeLibraries } from "./libraries.ts";
import { nodeTool } from "./node-tool.ts";
import { nodeOutput } from "./output.ts";
import { nodeRuntime } from "./runtime.ts";
import { nodeSetup } from "./setup.ts";
import { nodeSource } from "./source.ts";

/** What launchers of all languages on Node have in common. */
export const nodeLanguage = {
  tools: { node: nodeTool, esbuild },
  sources: (tree) => withLocalImports(tree, scriptImports),
  libraries: nodeLibraries,
  setup: nodeSetup,
  source: nodeSource,
  errorMeanings: nodeErrors,
  handlesErrorBy: { en: "socket.on('error', ...)", id: "socket.on('error', ...)" },
  output: nodeOutput,
  runtime: nodeRuntime,
  closedOutput: "closed",
  cannotSet: ["linger"],
} satisfies Partial<Launcher>;
