import { findLab } from "../runner/cli/find-lab.ts";
import type { Lab } from "../runner/spec/lab.ts";
import { loadLab } from "../runner/spec/load-lab.ts";

/** Reads one of our labs by its id, or another by the path of its folder. */
export async function readLab(name: string): Promise<Lab> {
  const read = await loadLab(await findLab(name));
  if ("problems" in read) throw new Error(`the lab ${name} cannot be read`);
  return read.value;
}
