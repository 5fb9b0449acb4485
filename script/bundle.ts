/**
 * Compiles what is written in C, puts the command line, the grading worker and the scripts of the pages into a few files in
 * dist/bin, and reads the labs. A start then reads five files and not five hundred. With --watch it does so again at every save.
 *
 * In a checkout the files carry source maps, so that a stack trace names the lines of runner/ and reports/; with
 * --release, as they are packed, they carry none.
 */
import { chmod, rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BuildOptions, build, context } from "esbuild";
import { buildLabs } from "./build-labs.ts";
import { compileNative } from "./native.ts";

const root = join(import.meta.dirname, "..");
const folder = join(root, "dist/bin");

/** Fills dist/bin; throws when a source cannot be compiled. */
export async function bundle({ release = false } = {}): Promise<void> {
  // What earlier builds left does no harm in a checkout, where another test run may be using it.
  if (release) await rm(join(root, "dist"), { recursive: true, force: true });
  compileNative();
  const main = commandAndWorker(release);
  await Promise.all([build(main), build(pageScripts), buildLabs(root, main)]);
  await chmod(join(folder, "wirecheck.js"), 0o755);
}

async function bundleAtEverySave(): Promise<void> {
  await bundle();
  const contexts = await Promise.all([context(commandAndWorker(false)), context(pageScripts)]);
  await Promise.all(contexts.map((each) => each.watch()));
}

function commandAndWorker(release: boolean): BuildOptions {
  return {
    absWorkingDir: root,
    entryPoints: { wirecheck: "runner/cli/start.ts", worker: "runner/worker/worker.ts", api: "runner/api/index.ts" },
    outdir: folder,
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: release ? false : "linked",
    sourcesContent: false,
    // They have binaries, which they look for beside themselves; Stryker is loaded where somebody has it.
    external: ["koffi", "esbuild", "libarchive-wasm", "@stryker-mutator/instrumenter"],
    // The same libraries as modules: of a CommonJS one, import() gives a bundle nothing but its default.
    alias: {
      yaml: "./node_modules/yaml/browser/index.js",
      "@peculiar/x509": "./node_modules/@peculiar/x509/build/x509.es.js",
    },
    banner: { js: [requireForCommonJs, ...(release ? [] : [mapStackTraces])].join("\n") },
    logLevel: "warning",
  };
}

/** What was written for require finds none in a module. */
const requireForCommonJs =
  'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);';

/** Whoever wants to see a stack trace; to read the maps takes a tenth of the time of a start. */
const mapStackTraces = "if (process.env.WIRECHECK_DEBUG) process.setSourceMapsEnabled(true);";

const pageScripts: BuildOptions = {
  absWorkingDir: root,
  entryPoints: {
    class: "reports/html/browser/class.ts",
    student: "reports/html/browser/student.ts",
    ui: "reports/ui/browser.tsx",
    desk: "reports/ui/desk/browser.tsx",
  },
  outdir: join(folder, "browser"),
  bundle: true,
  minify: true,
  platform: "browser",
  jsx: "automatic",
  jsxImportSource: "preact",
  format: "iife",
  target: "es2022",
  charset: "utf8",
  logLevel: "warning",
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  if (process.argv.includes("--watch")) await bundleAtEverySave();
  else await bundle({ release: process.argv.includes("--release") });
}
