/**
 * Compiles the C code, bundles the command line, the grading worker and the scripts of the pages into a few files in
 * dist/bin, and builds the labs. A start then reads five files instead of five hundred. With --watch it repeats that at
 * every save.
 *
 * In a checkout the files have source maps, so that a stack trace names the lines of runner/ and reports/; with
 * --release, for the package, they have none.
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
  // In a checkout old files stay, because another test run may be using them.
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
    // Libraries that look for their binaries next to their own files; Stryker is loaded only if it is installed.
    external: ["koffi", "esbuild", "libarchive-wasm", "@stryker-mutator/instrumenter"],
    // The ES modules of these libraries, because import() of a CommonJS module gives a bundle only its default export.
    alias: {
      yaml: "./node_modules/yaml/browser/index.js",
      "@peculiar/x509": "./node_modules/@peculiar/x509/build/x509.es.js",
    },
    banner: { js: [requireForCommonJs, ...(release ? [] : [mapStackTraces])].join("\n") },
    logLevel: "warning",
  };
}

/** Gives bundled CommonJS code a `require`, which ES modules do not have. */
const requireForCommonJs =
  'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);';

/** Only on request, because reading the maps takes a tenth of the time of a start. */
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
