import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BuildOptions, build } from "esbuild";
import { builtLabName, builtLabsFolder } from "../runner/spec/built-labs.ts";

/**
 * Reads and checks the labs that come with wirecheck, and writes each as JSON that needs neither. Only what has changed is
 * read: a lab's text, or the code that reads it. A lab with a mistake is left out; whoever uses it is told of the mistake.
 */
export async function buildLabs(root: string, how: BuildOptions): Promise<void> {
  const folder = join(root, builtLabsFolder);
  const reader = await build({ ...how, entryPoints: ["runner/spec/load-lab.ts"], ...inMemory });
  const code = reader.outputFiles?.[0]?.text ?? "";
  const [digestFile, digest] = [join(folder, "reader.txt"), createHash("sha256").update(code).digest("hex")];
  if (textOf(digestFile) !== digest) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const known = new Set(readdirSync(folder));
  const labs = readdirSync(join(root, "specs")).map((id) => join(root, "specs", id, "lab.yaml"));
  const stale = labs.filter((file) => !known.has(builtLabName(readFileSync(file, "utf8"))));
  if (stale.length > 0) await writeLabs(stale, folder, code);
  writeFileSync(digestFile, digest);
}

const inMemory = { write: false, splitting: false, sourcemap: false, outdir: "reader" } as const;

type Reader = Pick<typeof import("../runner/spec/load-lab.ts"), "checkedLab">;

async function writeLabs(files: readonly string[], folder: string, code: string): Promise<void> {
  const module = join(folder, "reader.mjs");
  writeFileSync(module, code);
  const { checkedLab } = (await import(`${pathToFileURL(module).href}?${Date.now()}`)) as Reader;
  rmSync(module);
  for (const file of files) {
    const read = await checkedLab(file);
    if ("problems" in read) continue;
    writeFileSync(join(folder, builtLabName(readFileSync(file, "utf8"))), JSON.stringify(read.value));
  }
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
