/**
 * Compiles the C code, bundles the command line, the grading worker and the scripts of the pages into a few files in
 * dist/bin, and builds the labs. A start then reads ten files instead of five hundred. With --watch it repeats that at
 * every save.
 *
 * In a checkout the files have source maps, so that a stack trace names the lines of runner/ and reports/; with
 * --release, for the package, they have none.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BuildOptions, build, context } from "esbuild";
import { type InputOptions, type OutputOptions, rolldown, watch } from "rolldown";
import { buildLabs } from "./build-labs.ts";
import { modulesOf, unbundled } from "./bundled-libraries.ts";
import { chunkNames } from "./chunks.ts";
import { compileNative } from "./native.ts";

const root = join(import.meta.dirname, "..");
const folder = join(root, "dist/bin");

/** Fills dist/bin; throws when a source cannot be compiled. */
export async function bundle({ release = false } = {}): Promise<void> {
  // In a checkout old files stay, because another test run may be using them.
  if (release) await rm(join(root, "dist"), { recursive: true, force: true });
  compileNative();
  await Promise.all([bundleCommand(release), build(pageScripts), buildLabs(root)]);
}

async function bundleAtEverySave(): Promise<void> {
  await bundle();
  watch({ ...commandAndWorker, output: output(false) });
  await (await context(pageScripts)).watch();
}

async function bundleCommand(release: boolean): Promise<void> {
  const bundled = await rolldown(commandAndWorker);
  const { output: files } = await bundled.generate(output(release));
  await bundled.close();
  await mkdir(folder, { recursive: true });
  for (const file of files) replace(join(folder, file.fileName), file.type === "chunk" ? file.code : file.source);
}

/** Writes a file only if it has changed, and all of it at once, because another test run may be reading it. */
function replace(file: string, content: string | Uint8Array): void {
  const bytes = Buffer.from(content);
  if (existsSync(file) && readFileSync(file).equals(bytes)) return;
  writeFileSync(`${file}.${process.pid}`, bytes, { mode: basename(file) === "wirecheck.js" ? 0o755 : 0o644 });
  renameSync(`${file}.${process.pid}`, file);
}

const entries = { wirecheck: "runner/cli/start.ts", worker: "runner/worker/start.ts", api: "runner/api/index.ts" };

const commandAndWorker: InputOptions = {
  cwd: root,
  input: entries,
  platform: "node",
  external: [...unbundled.map((name) => new RegExp(`^${name}`))],
  resolve: { alias: modulesOf },
  transform: { target: "node20" },
  // A chunk may export more than the entry in it does, because other chunks import from it.
  preserveEntrySignatures: "allow-extension",
  logLevel: "warn",
};

function output(release: boolean): OutputOptions {
  let nameOf: ReturnType<typeof chunkNames> | undefined;
  return {
    dir: folder,
    format: "esm",
    chunkFileNames: "[name]-[hash].js",
    sourcemap: !release,
    sourcemapExcludeSources: true,
    banner: release ? "" : mapStackTraces,
    // Saves reading a third of the code at every start; names are kept for stack traces.
    minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [
        {
          debugName: "chunks",
          name(id, context) {
            nameOf ??= chunkNames(
              Object.values(entries).map((file) => join(root, file)),
              (module) => context.getModuleInfo(module),
            );
            return nameOf(id);
          },
        },
      ],
    },
  };
}

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
