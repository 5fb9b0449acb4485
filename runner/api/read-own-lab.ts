import { readLab } from "../cli/read-lab.ts";
import { removeTree } from "../remove-tree.ts";
import { makeScratch } from "../scratch.ts";
import type { Lab } from "../spec/lab.ts";

/**
 * The lab of that name, and the means to remove what was written down of it: programs that import the package may read any number of
 * labs, and are ended in ways in which they cannot tidy up.
 *
 * @throws UsageProblem when there is no such lab, or when it is faulty
 */
export async function readOwnLab(name: string): Promise<{ lab: Lab; forget(): Promise<void> }> {
  const folders: string[] = [];
  const forget = async () => {
    for (const folder of folders) await removeTree(folder);
  };
  const scratch = async () => {
    const folder = await makeScratch();
    folders.push(folder);
    return folder;
  };
  const lab = await readLab(name, scratch).catch(async (fault: unknown) => {
    await forget();
    throw fault;
  });
  return { lab, forget };
}
