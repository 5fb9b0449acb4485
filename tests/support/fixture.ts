import { readdirSync } from "node:fs";
import { join } from "node:path";

/** A hand-in with a known grade. */
export interface Fixture {
  lab: string;
  name: string;
  folder: string;
}

/** All fixtures of all labs, without those that attack the machine. */
export function listFixtures(root = "fixtures"): Fixture[] {
  const labs = folders(root).filter((lab) => lab !== "hostile");
  return labs.flatMap((lab) => folders(join(root, lab)).map((name) => ({ lab, name, folder: join(root, lab, name) })));
}

/** The reference programs of all labs, one folder a language. */
export function listReferences(): Fixture[] {
  return listFixtures("reference");
}

function folders(root: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
