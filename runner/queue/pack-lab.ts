import { mkdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import * as z from "zod";
import { UsageProblem } from "../model/usage-problem.ts";
import { type Lab, lab as labSchema } from "../spec/lab.ts";
import { withPaths } from "../spec/lab-paths.ts";
import { deflate, inflate } from "./deflate.ts";
import { packFiles, unpackFiles } from "./pack-files.ts";

const packedLab = z.strictObject({
  lab: z.unknown(),
  folders: z.base64().describe("The folders that the lab names, packed"),
});

/**
 * Packs a lab with all that it needs: the folders of its reference programs and helpers, and those that list libraries.
 * Texts, steps, worlds and files are in the lab itself.
 */
export async function packLab(lab: Lab): Promise<Buffer> {
  const folders: string[] = [];
  const placeOf = (folder: string) => {
    if (!folders.includes(folder)) folders.push(folder);
    return folders.indexOf(folder);
  };
  const packed = withPaths(lab, {
    program: (file) => `${placeOf(dirname(file))}/${basename(file)}`,
    libraries: (folder) => `${placeOf(folder)}`,
  });
  const bytes = await packFiles(folders);
  return deflate(Buffer.from(JSON.stringify({ lab: packed, folders: bytes.toString("base64") })));
}

/**
 * Unpacks a lab, and its programs into a folder.
 *
 * @throws UsageProblem when this version of wirecheck cannot read a lab of the version that packed it
 */
export async function unpackLab(bytes: Uint8Array, folder: string): Promise<Lab> {
  const packed = packedLab.parse(JSON.parse((await inflate(bytes)).toString()));
  const read = labSchema.safeParse(packed.lab);
  if (!read.success) throw new UsageProblem("the lab was packed by another version of wirecheck than the worker's");
  await mkdir(folder, { recursive: true });
  const laidOut = await unpackFiles(Buffer.from(packed.folders, "base64"), folder);
  return withPaths(read.data, {
    program: (file) => {
      const [index, name] = file.split("/") as [string, string];
      return join(laidOut[Number(index)] ?? "", name);
    },
    libraries: (index) => laidOut[Number(index)] ?? "",
  });
}
