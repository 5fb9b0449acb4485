import { readFile } from "node:fs/promises";
import { basename } from "node:path";

/** A source with one small mistake in it. */
export interface Mutant {
  /** The line at which it begins to differ, from 1. */
  line: number;
  /** The lines of the original that are missing, and the lines instead of them. */
  removed: string[];
  added: string[];
  /** The source as a whole. */
  source: string;
}

/** Makes the mutants of one language. */
export interface Mutator {
  extensions: readonly string[];
  /** A statement that ends the program at once. */
  end: string;
  /** The mutants of a source, in its order, or what is missing on this machine to make them. */
  mutate(source: string, file: string): Promise<Mutant[] | { lacks: string }>;
}

/** A mutant with the name of its place: its line and, where there are several of one line, which of them it is. */
export interface NamedMutant extends Mutant {
  place: string;
}

/** All mutants of a file, in its order, with names that stay as long as the file does. */
export async function nameMutants(mutator: Mutator, path: string): Promise<NamedMutant[] | { lacks: string }> {
  const made = await mutator.mutate(await readFile(path, "utf8"), basename(path));
  if ("lacks" in made) return made;
  return made.map((mutant, index) => {
    const ofLine = made.filter(({ line }) => line === mutant.line);
    const which = made.slice(0, index).filter(({ line }) => line === mutant.line).length + 1;
    return { ...mutant, place: ofLine.length > 1 ? `${mutant.line}.${which}` : String(mutant.line) };
  });
}

/** A mutant by its whole source. */
export function mutantOf(original: string, source: string): Mutant {
  const [before, after] = [original.split("\n"), source.split("\n")];
  const shortest = Math.min(before.length, after.length);
  let same = 0;
  while (same < shortest && before[same] === after[same]) same += 1;
  let sameAtEnd = 0;
  while (sameAtEnd < shortest - same && before.at(-1 - sameAtEnd) === after.at(-1 - sameAtEnd)) sameAtEnd += 1;
  return {
    line: same + 1,
    removed: before.slice(same, before.length - sameAtEnd),
    added: after.slice(same, after.length - sameAtEnd),
    source,
  };
}

/** A source that ends its program at a line: if no test fails then, no test runs that line. */
export function endingAt(source: string, line: number, end: string): string {
  const lines = source.split("\n");
  const indentation = /^\s*/.exec(lines[line - 1] ?? "")?.[0] ?? "";
  return [...lines.slice(0, line - 1), indentation + end, ...lines.slice(line - 1)].join("\n");
}
