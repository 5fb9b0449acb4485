import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { archiveKindOf } from "../handin/archive-kind.ts";
import { isJunk, isJunkFolder } from "../handin/junk.ts";
import type { Text } from "../model/text.ts";
import type { Delivery, Entry } from "./delivery.ts";
import { layouts } from "./layouts/index.ts";
import { plainDelivery } from "./layouts/plain.ts";
import { unpackClass } from "./unpack-class.ts";

/**
 * Every hand-in of a class, by name: from a folder or an archive, as its platform delivers it. An entry that fits no
 * platform counts as a hand-in: nothing is dropped.
 *
 * @param scratch Folder that an archive is unpacked into; made where it does not exist.
 * @throws the file system's own error where there is no such folder, DamagedArchive where the archive cannot be read.
 */
export async function readDeliveries(source: string, scratch: string): Promise<Delivery[]> {
  const isFolder = (await stat(source)).isDirectory();
  const refused = isFolder ? new Map<string, Text>() : await unpackClass(source, scratch);
  const entries = await listEntries(isFolder ? source : scratch, refused);
  const { deliveries, rest } = await laidOut(entries);
  return [...deliveries, ...rest.map(plainDelivery)].sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function laidOut(entries: readonly Entry[]) {
  for (const layout of Object.values(layouts)) {
    const found = await layout(entries);
    if (found) return found;
  }
  return { deliveries: [], rest: [...entries] };
}

/** The entries of a folder, or of the only folder in it when that one holds only hand-ins. */
async function listEntries(folder: string, refused: ReadonlyMap<string, Text>): Promise<Entry[]> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith(".") && !isJunk(name) && !isJunkFolder(name));
  const entries = await Promise.all(
    names.sort().map(async (name) => {
      const path = join(folder, name);
      const isFolder = (await stat(path).catch(() => null))?.isDirectory() ?? false;
      return { name, path, isFolder, refused: refused.get(name) ?? null };
    }),
  );
  const [only] = entries;
  if (entries.length !== 1 || !only?.isFolder || only.refused) return entries;
  const within = await listEntries(only.path, new Map());
  return (await holdsClass(within)) ? within : entries;
}

/** Whether these are the hand-ins of several students rather than the files of one. */
async function holdsClass(entries: readonly Entry[]): Promise<boolean> {
  if (entries.some(({ name }) => name === "submission_metadata.yml" || name.includes("_assignsubmission_")))
    return true;
  const isHandIn = async ({ path, isFolder }: Entry) => isFolder || (await archiveKindOf(path)) !== null;
  return entries.length > 1 && (await Promise.all(entries.map(isHandIn))).every(Boolean);
}
