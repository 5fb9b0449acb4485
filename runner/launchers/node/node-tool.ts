import type { Tool } from "../launcher.ts";

/** Node: the real executable, not a shim of nvm, asdf or similar. */
export const nodeTool: Tool = {
  names: ["node", "nodejs"],
  package: "nodejs",
  otherwise: process.execPath,
  locate: { argv: ["-p", "path.dirname(path.dirname(process.execPath))"] },
};
