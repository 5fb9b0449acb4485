import type { LibrarySetup } from "../launcher.ts";
import { nodeTool } from "./node-tool.ts";

/** npm packages, as the lock file lists them; their install scripts are not run. */
export const nodeSetup: LibrarySetup = {
  language: "node",
  manifests: ["package.json", "package-lock.json"],
  tools: { node: nodeTool, npm: { names: ["npm"], package: "npm" } },
  install: [{ tool: "npm", argv: ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"] }],
  vendored: "node_modules",
  placeOf: (library) => `node_modules/${library}`,
  link: "node_modules",
};
