import * as z from "zod";
import { lab } from "./lab.ts";
import { loadLab } from "./load-lab.ts";
import { isModule } from "./load-module.ts";
import type { Problem } from "./problem.ts";
import { readYaml } from "./read-yaml.ts";

const { id, programs, files } = lab.shape;
const beginning = z.object({ id, programs, files });

/** What a lab says before it has tests. */
export type UnfinishedLab = z.output<typeof beginning>;

/** Reads the programs and the files of a lab whose tests are still to be written: nothing is asked of them. */
export async function loadUnfinished(file: string): Promise<{ value: UnfinishedLab } | { problems: Problem[] }> {
  return isModule(file) ? loadLab(file) : readYaml(file, beginning);
}
