import type { Lab } from "../runner/spec/lab.ts";
import { loadLab } from "../runner/spec/load-lab.ts";

/** Reads one of our labs. */
export async function readLab(id: string): Promise<Lab> {
  const read = await loadLab(`specs/${id}/lab.yaml`);
  if ("problems" in read) throw new Error(`the lab ${id} cannot be read`);
  return read.value;
}
