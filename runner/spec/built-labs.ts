import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../package-root.ts";
import type { Lab } from "./lab.ts";

/** The file, within the package, with the labs that were parsed and checked when wirecheck was built. */
export const builtLabsFile = "dist/bin/labs.json";

/** The content of that file. */
export interface BuiltLabs {
  /** Digest of the code that read the labs. */
  reader: string;
  /** Each lab as JSON, by the digest of its text. */
  labs: Record<string, string>;
}

/** The digest under which the lab of that text is kept. */
export function labDigest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The lab with that text, if it was parsed at build time: parsing and checking YAML takes longer than a short test. */
export function builtLab(text: string): Lab | null {
  try {
    const { labs } = JSON.parse(readFileSync(join(packageRoot(), builtLabsFile), "utf8")) as BuiltLabs;
    const built = labs[labDigest(text)];
    return built === undefined ? null : (JSON.parse(built) as Lab);
  } catch {
    return null;
  }
}
