import { cCompiler } from "../c/c.ts";
import type { Tool } from "../launcher.ts";

/** The compiler, the package builder and the linker. */
export const rustTools = {
  rustc: { names: ["rustc"], package: "rustc", locate: { argv: ["--print", "sysroot"] } },
  cargo: { names: ["cargo"], package: "cargo", locate: { tool: "rustc", argv: ["--print", "sysroot"] } },
  linker: cCompiler,
} satisfies Record<string, Tool>;
