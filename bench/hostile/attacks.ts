import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A hand-in that attacks. */
export interface Attack {
  name: string;
  folder: string;
  /** What it tries and what must happen, from the comment in its source. */
  says: string;
}

/** Folder of the files that all attacks share. */
export const commonFolder = "fixtures/hostile/common";
export const labFile = "fixtures/hostile/lab.yaml";

/** The attacks for whose name `isAsked` holds. */
export function listAttacks(isAsked: (name: string) => boolean): Attack[] {
  return readdirSync("fixtures/hostile", { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "common" && isAsked(entry.name))
    .map(({ name }) => ({ name, folder: join("fixtures/hostile", name), says: saysOf(join("fixtures/hostile", name)) }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** @throws when no file of the attack says what it tries */
function saysOf(folder: string): string {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  for (const { name } of files) {
    const says = /Tries: (.*? Must: .*?\.)(?=[\s"]|$)/m.exec(readFileSync(join(folder, name), "utf8"))?.[1];
    if (says !== undefined) return says;
  }
  throw new Error(`no file in ${folder} says what it tries and what must happen`);
}
