import { mkdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { deflateRaw, inflateRaw } from "node:zlib";
import * as z from "zod";
import { type Lab, lab as labSchema } from "../spec/lab.ts";
import { packFiles, unpackFiles } from "./pack-files.ts";
import { QueueProblem } from "./problem.ts";

const packedLab = z.strictObject({
  lab: z.unknown(),
  folders: z.base64().describe("The folders that it names, packed"),
});

/**
 * Packs a lab with all that it needs: the folders in which its reference programs and helpers lie, and those that list
 * libraries. Texts, steps, worlds and files are in the lab itself.
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
 * The lab that was packed, its programs laid out below a folder.
 *
 * @throws QueueProblem where this version of wirecheck reads labs otherwise than the one that packed it
 */
export async function unpackLab(bytes: Uint8Array, folder: string): Promise<Lab> {
  const packed = packedLab.parse(JSON.parse((await inflate(bytes)).toString()));
  const read = labSchema.safeParse(packed.lab);
  if (!read.success)
    throw new QueueProblem("the lab was written for another version of wirecheck than the worker is of", "user");
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

/** The same lab with other paths of its own programs, and of the folders that say which libraries are installed. */
function withPaths(lab: Lab, place: { program(file: string): string; libraries(folder: string): string }): Lab {
  const programs = Object.entries(lab.programs).map(([role, program]) => [
    role,
    program.reference === undefined ? program : { ...program, reference: place.program(program.reference) },
  ]);
  const helpers = Object.entries(lab.helpers ?? {}).map(([role, helper]) => [
    role,
    { ...helper, file: place.program(helper.file) },
  ]);
  const setup = Object.entries(lab.setup ?? {}).map(([language, folder]) => [language, place.libraries(folder)]);
  return {
    ...lab,
    programs: Object.fromEntries(programs),
    ...(lab.helpers && { helpers: Object.fromEntries(helpers) }),
    ...(lab.setup && { setup: Object.fromEntries(setup) }),
  };
}

const deflate = promisify(deflateRaw) as (bytes: Uint8Array) => Promise<Buffer>;
const inflate = promisify(inflateRaw) as (bytes: Uint8Array) => Promise<Buffer>;
