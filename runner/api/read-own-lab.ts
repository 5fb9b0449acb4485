import { readLab } from "../cli/read-lab.ts";
import { removeTree } from "../remove-tree.ts";
import { makeScratch } from "../scratch.ts";
import type { Lab } from "../spec/lab.ts";

/**
 * The lab with that name, and a function that removes its temporary files: a program that imports the package may read
 * many labs, so it cannot wait for its own end to remove them.
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
