import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../package-root.ts";
import type { Lab } from "./lab.ts";

/** Where labs lie that were read and found without a mistake when wirecheck was built, each under a digest of its text. */
export const builtLabsFolder = "dist/bin/labs";

/** The name of the file for the lab of that text. */
export function builtLabName(text: string): string {
  return `${createHash("sha256").update(text).digest("hex").slice(0, 32)}.json`;
}

/** The lab of that text, if it was read at build time: parsing and checking YAML takes longer than a short test. */
export function builtLab(text: string): Lab | null {
  try {
    return JSON.parse(readFileSync(join(packageRoot(), builtLabsFolder, builtLabName(text)), "utf8")) as Lab;
  } catch {
    return null;
  }
}
