import * as z from "zod";
import { lab } from "./lab.ts";
import { isModule, loadLab } from "./load-lab.ts";
import type { Problem } from "./problem.ts";
import { readYaml } from "./read-yaml.ts";

const { id, programs, files } = lab.shape;
const beginning = z.object({ id, programs, files });

/** The parts of a lab that it has before it has tests. */
export type UnfinishedLab = z.output<typeof beginning>;

/** Reads the programs and files of a lab whose tests are not written yet; its tests are not checked. */
export async function loadUnfinished(file: string): Promise<{ value: UnfinishedLab } | { problems: Problem[] }> {
  return isModule(file) ? loadLab(file) : readYaml(file, beginning);
}
