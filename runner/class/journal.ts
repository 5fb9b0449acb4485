import { appendFile, open } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";

const journalEntry = z.strictObject({
  atMs: z.number().describe("On the clock of Date.now()"),
  pid: z.int().describe("Whoever grades it"),
  key: z.string().describe("The hand-in's"),
  what: z.enum(["began", "ended"]),
});

/** That a hand-in of a class began to be graded, or that its result is there. */
export type JournalEntry = z.infer<typeof journalEntry>;

/** The file in a class's folder to which whoever grades adds a line for each beginning and each end. */
export function journalFile(folder: string): string {
  return join(folder, "journal.jsonl");
}

/** Adds a line. The file is there for onlookers: where it cannot be written, nothing else is wrong. */
export async function addToJournal(folder: string, entry: Pick<JournalEntry, "key" | "what">): Promise<void> {
  const line = `${JSON.stringify({ atMs: Date.now(), pid: process.pid, ...entry })}\n`;
  await appendFile(journalFile(folder), line).catch(() => {});
}

/** Reads a journal on from where one has read to; a journal that was begun anew is read from its beginning. */
export class JournalReader {
  readonly #file: string;
  #readBytes = 0;
  #inode = 0;

  constructor(folder: string) {
    this.#file = journalFile(folder);
  }

  /** The entries that were added since; a line that is not whole yet is read the next time. */
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
