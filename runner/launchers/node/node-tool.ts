import type { Tool } from "../launcher.ts";

/** Node itself, found past the shims of nvm, asdf and their like. */
export const nodeTool: Tool = {
  names: ["node", "nodejs"],
  package: "nodejs",
  otherwise: process.execPath,
  locate: { argv: ["-p", "path.dirname(path.dirname(process.execPath))"] },
};
