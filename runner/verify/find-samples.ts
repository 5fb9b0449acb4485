import { readdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { Problem } from "../spec/problem.ts";
import { type Expected, readExpected } from "./expected.ts";

/** A program whose grade is known in advance: a reference, or a fixture with its `expected.yaml`. */
export interface Sample {
  name: string;
  folder: string;
  /** null for a reference, which must get full marks. */
  expected: Expected | null;
}

/**
 * The references and fixtures of a lab: in the folders `reference` and `fixtures` next to its file or, for a lab in a folder of labs,
 * in `reference/<lab>` and `fixtures/<lab>` next to that folder.
 */
export async function findSamples(labFile: string): Promise<{ samples: Sample[] } | { problems: Problem[] }> {
  const lab = dirname(resolve(labFile));
  const above = join(lab, "..", "..");
  const references = await subfolders(join(lab, "reference"), join(above, "reference", basename(lab)));
  const fixtures = await subfolders(join(lab, "fixtures"), join(above, "fixtures", basename(lab)));
  const read = await Promise.all(fixtures.map(async (folder) => ({ folder, expected: await readExpected(folder) })));
  const problems = read.flatMap(({ expected }) => ("problems" in expected ? expected.problems : []));
  if (problems.length > 0) return { problems };
  return {
    samples: [
      ...references.map((folder) => ({ name: basename(folder), folder, expected: null })),
      ...read.flatMap(({ folder, expected }) =>
        "value" in expected ? [{ name: basename(folder), folder, expected: expected.value }] : [],
      ),
    ],
  };
}

/** The subfolders of the first of these folders that exists, sorted. */
async function subfolders(...places: string[]): Promise<string[]> {
  for (const place of places) {
    const entries = await readdir(place, { withFileTypes: true }).catch(() => null);
    if (entries === null) continue;
    return entries
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(place, entry.name))
      .sort();
  }
  return [];
}
