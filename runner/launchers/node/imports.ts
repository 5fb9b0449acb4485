import { join } from "node:path/posix";
import type { ImportRule } from "../support/local-imports.ts";
import { scriptSyntax } from "./syntax.ts";

/** `import` and `require` of files of the hand-in, with or without endings. */
export const scriptImports: ImportRule = {
  syntax: scriptSyntax,
  candidates(code, folder) {
    const found = code.matchAll(/\b(?:from|import|require)\s*\(?\s*["'](\.[^"'\n]+)["']/g);
    return [...found].map(([, name = ""]) => {
      const path = join(folder, name);
      const stem = path.replace(/\.[cm]?js$/, "");
      const endings = [".ts", ".js", ".mjs", ".cjs", ".mts", ".cts", "/index.ts", "/index.js"];
      return [path, ...endings.map((ending) => path + ending), ...endings.map((ending) => stem + ending)];
    });
  },
};
