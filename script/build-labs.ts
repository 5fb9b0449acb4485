import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BuildOptions, build } from "esbuild";
import { type BuiltLabs, builtLabsFile, labDigest } from "../runner/spec/built-labs.ts";

/**
 * Reads and checks the labs that come with wirecheck, and writes them as JSON that needs neither. Only what has changed is
 * read: a lab's text, or the code that reads it. A lab with a mistake is left out; whoever uses it is told of the mistake.
 */
export async function buildLabs(root: string, how: BuildOptions): Promise<void> {
  const file = join(root, builtLabsFile);
  const bundled = await build({ ...how, entryPoints: ["runner/spec/load-lab.ts"], ...inMemory });
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
  // Another build, or a test, may be reading it.
  writeFileSync(`${file}.new`, JSON.stringify({ reader, labs } satisfies BuiltLabs));
  renameSync(`${file}.new`, file);
}

const inMemory = { write: false, splitting: false, sourcemap: false, outdir: "reader" } as const;

type Reader = Pick<typeof import("../runner/spec/load-lab.ts"), "checkedLab">;

/** Each lab without a mistake as JSON, by its file; the code runs from a folder within the package, whose libraries it needs. */
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
