import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BuildOptions, build } from "esbuild";
import { type BuiltLabs, builtLabsFile, labDigest } from "../runner/spec/built-labs.ts";
import { modulesOf, unbundled } from "./bundled-libraries.ts";

/**
 * Reads and checks the labs that come with wirecheck, and writes them as JSON, so that a start needs neither. A lab is
 * read again only if its text, or the code that reads it, has changed. A lab with a mistake is left out; the command
 * that uses it reports the mistake.
 */
export async function buildLabs(root: string): Promise<void> {
  const file = join(root, builtLabsFile);
  const bundled = await build({ ...labReader, absWorkingDir: root });
  const code = bundled.outputFiles?.[0]?.text ?? "";
  const reader = labDigest(code);
  const before = earlier(file);
  const known = before?.reader === reader ? before.labs : {};
  const sources = readdirSync(join(root, "specs")).map((id) => join(root, "specs", id, "lab.yaml"));
  const digests = new Map(sources.map((source) => [source, labDigest(readFileSync(source, "utf8"))]));
  const stale = sources.filter((source) => !((digests.get(source) ?? "") in known));
  if (stale.length === 0 && before?.reader === reader) return;
  mkdirSync(dirname(file), { recursive: true });
  const read = await readLabs(stale, dirname(file), code);
  const labs = Object.fromEntries(
    [...digests].flatMap(([source, digest]) => {
      const lab = known[digest] ?? read.get(source);
      return lab === undefined ? [] : [[digest, lab]];
    }),
  );
  // Written under another name and renamed, because another build or a test may be reading the file.
  writeFileSync(`${file}.new`, JSON.stringify({ reader, labs } satisfies BuiltLabs));
  renameSync(`${file}.new`, file);
}

const labReader = {
  entryPoints: ["runner/spec/checked-lab.ts"],
  bundle: true,
  write: false,
  outdir: "reader",
  platform: "node",
  format: "esm",
  target: "node20",
  external: unbundled,
  alias: modulesOf,
  // Gives bundled CommonJS code a `require`, which ES modules do not have.
  banner: {
    js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);',
  },
  logLevel: "warning",
} as const satisfies BuildOptions;

type Reader = Pick<typeof import("../runner/spec/checked-lab.ts"), "checkedLab">;

/**
 * Each lab without a mistake as JSON, by file; the code runs from a folder inside the package, because it needs the
 * package's libraries.
 */
async function readLabs(files: readonly string[], within: string, code: string): Promise<Map<string, string>> {
  const folder = mkdtempSync(join(within, "reader-"));
  try {
    const module = join(folder, "reader.mjs");
    writeFileSync(module, code);
    const { checkedLab } = (await import(pathToFileURL(module).href)) as Reader;
    const read = new Map<string, string>();
    for (const file of files) {
      const lab = await checkedLab(file);
      if ("value" in lab) read.set(file, JSON.stringify(lab.value));
    }
    return read;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function earlier(file: string): BuiltLabs | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as BuiltLabs;
  } catch {
    return null;
  }
}
