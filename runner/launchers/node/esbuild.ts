import type { Tool } from "../launcher.ts";

/** esbuild, which wirecheck brings along: it reads and transforms JavaScript and TypeScript and runs none of it. */
export const esbuild: Tool = {
  names: ["esbuild"],
  package: "esbuild",
  bundled: {
    package: `@esbuild/${process.platform}-${process.arch}`,
    path: process.platform === "win32" ? "esbuild.exe" : "bin/esbuild",
  },
};

/** Options of every call: messages whole and without colour, nothing else said. */
export const esbuildQuietly = ["--log-level=warning", "--log-limit=0", "--color=false"] as const;
