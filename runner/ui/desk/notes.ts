import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { writeAtomically } from "../../class/store.ts";

const notes = z.record(z.string(), z.string());

/** The file of an instructor's notes about students, next to the grades; no report shows it. */
export function notesFile(folder: string): string {
  return join(folder, "notes.json");
}

/**
 * Reads the notes of a class.
 *
 * @throws Error when the file holds something else
 */
export async function readNotes(folder: string): Promise<Map<string, string>> {
  const text = await readFile(notesFile(folder), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "{}";
    throw error;
  });
  return new Map(Object.entries(notes.parse(JSON.parse(text))));
}

/** Writes a note; an empty one is removed. */
export async function writeNote(folder: string, student: string, text: string): Promise<Map<string, string>> {
  const kept = await readNotes(folder);
  if (text.trim() === "") kept.delete(student);
  else kept.set(student, text);
  await writeAtomically(notesFile(folder), `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
  return kept;
}
