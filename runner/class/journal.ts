import { appendFile, open } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";

const journalEntry = z.strictObject({
  atMs: z.number().describe("On the clock of Date.now()"),
  pid: z.int().describe("The process that grades it"),
  key: z.string().describe("Key of the hand-in"),
  what: z.enum(["began", "ended"]),
});

/** The grading of a hand-in began, or ended with its result written. */
export type JournalEntry = z.infer<typeof journalEntry>;

/** The file in a class's folder to which a grading process adds a line for each beginning and each end. */
export function journalFile(folder: string): string {
  return join(folder, "journal.jsonl");
}

/** Adds a line. The file only informs the page that shows a class, so an error in writing it is ignored. */
export async function addToJournal(folder: string, entry: Pick<JournalEntry, "key" | "what">): Promise<void> {
  const line = `${JSON.stringify({ atMs: Date.now(), pid: process.pid, ...entry })}\n`;
  await appendFile(journalFile(folder), line).catch(() => {});
}

/** Reads the entries added to a journal since the last call; a journal that was started over is read from its beginning. */
export class JournalReader {
  readonly #file: string;
  #readBytes = 0;
  #inode = 0;

  constructor(folder: string) {
    this.#file = journalFile(folder);
  }

  /** The entries added since the last call; an incomplete line is left for the next one. */
  async next(): Promise<JournalEntry[]> {
    const handle = await open(this.#file).catch(() => null);
    if (handle === null) return [];
    try {
      const { size, ino } = await handle.stat();
      if (size < this.#readBytes || ino !== this.#inode) this.#readBytes = 0;
      this.#inode = ino;
      const { buffer, bytesRead } = await handle.read({
        buffer: Buffer.alloc(size - this.#readBytes),
        position: this.#readBytes,
      });
      const text = buffer.subarray(0, bytesRead);
      const whole = text.subarray(0, text.lastIndexOf("\n") + 1);
      this.#readBytes += whole.length;
      return whole.toString().split("\n").flatMap(entryIn);
    } finally {
      await handle.close();
    }
  }
}

function entryIn(line: string): JournalEntry[] {
  try {
    const entry = journalEntry.safeParse(JSON.parse(line)).data;
    return entry ? [entry] : [];
  } catch {
    return [];
  }
}
