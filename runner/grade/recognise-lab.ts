import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { PreparedProgram } from "../model/prepared-program.ts";
import type { TestResult } from "../model/result.ts";
import type { Text } from "../model/text.ts";
import { packageRoot } from "../package-root.ts";
import type { Lab } from "../spec/lab.ts";
import { loadLab } from "../spec/load-lab.ts";
import { signsOfOtherLabs } from "./signs-of-other-labs.ts";
import { isLost } from "./what-was-said.ts";

/** A graded hand-in, as far as it shows for which lab it was written. */
export interface Graded {
  tests: readonly TestResult[];
  programs: readonly PreparedProgram[];
  /** The source of a role's own file; empty if it has none. */
  sourceOf(role: string): string;
}

/**
 * The note on each program that fails and does what another of wirecheck's labs asks for, by role: the student may have
 * handed in the wrong program.
 */
export async function recogniseLabs(lab: Lab, { tests, programs, sourceOf }: Graded): Promise<Map<string, Text>> {
  const readings = programs.flatMap((program) => {
    const its = tests.filter((test) => test.program === program.role);
    if (lab.programs[program.role] === undefined || !its.some(isLost)) return [];
    const suspect = { lab, program, tests: its, source: sourceOf(program.role) };
    return signsOfOtherLabs.flatMap((sign) => {
      const read = sign(suspect);
      return read ? [{ role: program.role, read }] : [];
    });
  });
  const notes = new Map<string, Text>();
  if (readings.length === 0) return notes;
  const others = (await ownLabs()).filter(({ id }) => id !== lab.id);
  for (const { role, read } of readings) {
    const note = notes.has(role) ? null : read(others);
    if (note) notes.set(role, note);
  }
  return notes;
}

let known: Promise<Lab[]> | null = null;

/** The labs that come with wirecheck, read once: they do not change while it runs. */
function ownLabs(): Promise<Lab[]> {
  known ??= readOwnLabs();
  return known;
}

async function readOwnLabs(): Promise<Lab[]> {
  const folder = join(packageRoot(), "specs");
  const ids = await readdir(folder).catch(() => []);
  const read = await Promise.all(ids.map((id) => loadLab(join(folder, id, "lab.yaml"))));
  return read.flatMap((lab) => ("value" in lab ? [lab.value] : []));
}
