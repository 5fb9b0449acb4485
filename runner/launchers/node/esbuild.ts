import type { Tool } from "../launcher.ts";

/** esbuild, a dependency of wirecheck: it reads and transforms JavaScript and TypeScript and does not run it. */
export const esbuild: Tool = {
  names: ["esbuild"],
  package: "esbuild",
  bundled: {
    package: `@esbuild/${process.platform}-${process.arch}`,
    path: process.platform === "win32" ? "esbuild.exe" : "bin/esbuild",
  },
};

/** Options of every call: complete messages, without colour and without other output. */
export const esbuildQuietly = ["--log-level=warning", "--log-limit=0", "--color=false"] as const;
