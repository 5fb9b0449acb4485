import { basename, dirname, join } from "node:path/posix";
import type { Launcher, LaunchPlan, SourceTree } from "../launcher.ts";
import { debuggerStack } from "../support/debugger.ts";
import { withLocalImports } from "../support/local-imports.ts";
import { fileArgument, typedProgram } from "../support/words.ts";
import { rustErrors } from "./error-meanings.ts";
import { rustLibraries } from "./libraries.ts";
import { rustOutput } from "./output.ts";
import { rustSetup } from "./setup.ts";
import { rustModules, rustSource } from "./source.ts";
import { rustTools } from "./tools.ts";

/** Rust: by cargo if there is a Cargo.toml above the entry, else by rustc. */
export const rust: Launcher = {
  title: "Rust",
  extensions: [".rs"],
  tools: rustTools,
  sources: (tree) => withLocalImports(tree, rustModules),
  libraries: (tree) => rustLibraries(nearestManifest(tree), tree),
  setup: rustSetup,
  plan(tree) {
    const manifest = nearestManifest(tree);
    return manifest ? withCargo(tree, manifest) : withRustc(tree);
  },
  trial: { "trial.rs": "fn main() {}\n" },
  typed: typedProgram,
  source: rustSource,
  errorMeanings: rustErrors,
  stackTool: debuggerStack,
  handlesErrorBy: { en: "match or if let instead of unwrap()", id: "match atau if let alih-alih unwrap()" },
  output: rustOutput,
  closedOutput: "closed",
  leftovers: { folders: ["target"] },
};

function withRustc({ entry }: SourceTree): LaunchPlan {
  const argv = [
    "--edition",
    "2021",
    "-C",
    "debuginfo=1",
    "--color",
    "never",
    "-A",
    "warnings",
    "--crate-name",
    "program",
  ];
  return {
    build: [{ tool: "rustc", argv: [...argv, "-o", "{build}/program", fileArgument(entry)] }],
    run: { tool: null, argv: ["{build}/program"] },
  };
}

function withCargo(tree: SourceTree, manifest: string): LaunchPlan {
  const name = binaryName(tree, manifest);
  const argv = [
    ...fromFolder(tree.libraryFolder),
    "build",
    "--offline",
    "--quiet",
    "--color",
    "never",
    "--manifest-path",
    manifest,
    "--bin",
    name,
  ];
  return {
    build: [{ tool: "cargo", argv: [...argv, "--target-dir", "{build}"], env: { CARGO_HOME: "{build}/cargo" } }],
    run: { tool: null, argv: [`{build}/debug/${name}`] },
  };
}

/** Arguments with which cargo takes crates from a folder instead of the registry. */
function fromFolder(folder: string | undefined): string[] {
  if (folder === undefined) return [];
  const settings = [
    'source.crates-io.replace-with="course"',
    `source.course.directory=${JSON.stringify(`${folder}/vendor`)}`,
  ];
  return settings.flatMap((setting) => ["--config", setting]);
}

/** A `[[bin]]` that names the entry, a file of `src/bin`, else the package itself: cargo's own rule. */
function binaryName({ entry, read }: SourceTree, manifest: string): string {
  const text = read(manifest);
  const inPackage = entry.slice(dirname(manifest) === "." ? 0 : dirname(manifest).length + 1);
  const tables = text.split(/^[^\S\n]*\[\[?/m);
  const declared = tables.find((table) => table.startsWith("bin]]") && stringOf(table, "path") === inPackage);
  const named = declared && stringOf(declared, "name");
  if (named) return named;
  if (inPackage.startsWith("src/bin/")) return inPackage.split("/")[2]?.replace(/\.rs$/, "") ?? "main";
  const ownTable = tables.find((table) => table.startsWith("package]"));
  return (ownTable && stringOf(ownTable, "name")) ?? basename(entry, ".rs");
}

function stringOf(table: string, key: string): string | undefined {
  return new RegExp(`^\\s*${key}\\s*=\\s*["']([^"']+)["']`, "m").exec(table)?.[1];
}

function nearestManifest({ entry, files }: SourceTree): string | null {
  for (let folder = dirname(entry); ; folder = dirname(folder)) {
    const manifest = join(folder, "Cargo.toml");
    if (files.includes(manifest)) return manifest;
    if (folder === ".") return null;
  }
}
