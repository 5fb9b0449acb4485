import { cCompiler } from "../c/c.ts";
import type { Tool } from "../launcher.ts";

/** The compiler, what builds packages with it, and what it links with. */
export const rustTools = {
  rustc: { names: ["rustc"], package: "rustc", locate: { argv: ["--print", "sysroot"] } },
  cargo: { names: ["cargo"], package: "cargo", locate: { tool: "rustc", argv: ["--print", "sysroot"] } },
  linker: cCompiler,
} satisfies Record<string, Tool>;
