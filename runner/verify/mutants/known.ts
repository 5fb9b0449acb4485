import { dirname, join } from "node:path";
import * as z from "zod";
import type { Problem } from "../../spec/problem.ts";
import { readYaml } from "../../spec/read-yaml.ts";
import type { Mutant } from "./mutator.ts";

const knownMutant = z.strictObject({
  program: z.string().describe("The reference: the name of its folder"),
  file: z.string(),
  was: z.string().describe("The reference's lines, each without blanks at its ends"),
  is: z.string().describe("The lines that replace them"),
  because: z.string().min(1).describe("Why no test can or should notice it"),
});

/** A change of a reference that no test has to notice. */
export type KnownMutant = z.infer<typeof knownMutant>;

const schema = z.array(knownMutant);

/** The file with the known mutants of a lab. */
export function knownMutantsFile(labFile: string): string {
  return join(dirname(labFile), "mutants.yaml");
}

/** Reads `mutants.yaml` next to a lab; nothing if there is no such file. */
export async function readKnownMutants(labFile: string): Promise<{ value: KnownMutant[] } | { problems: Problem[] }> {
  const read = await readYaml(knownMutantsFile(labFile), schema);
  if ("value" in read) return read;
  return read.problems.some(({ message }) => message === "there is no such file") ? { value: [] } : read;
}

/** How a mutant is written in `mutants.yaml`: by its text, because lines move. */
export function textOf({ removed, added }: Pick<Mutant, "removed" | "added">): Pick<KnownMutant, "was" | "is"> {
  return { was: trimmed(removed), is: trimmed(added) };
}

/** Whether a mutant of a file is listed. */
export function isKnown(
  mutant: Pick<Mutant, "removed" | "added">,
  at: { program: string; file: string },
  known: readonly KnownMutant[],
): boolean {
  const { was, is } = textOf(mutant);
  return known.some(
    (each) => each.program === at.program && each.file === at.file && each.was === was && each.is === is,
  );
}

function trimmed(lines: readonly string[]): string {
  return lines.map((line) => line.trim()).join("\n");
}
