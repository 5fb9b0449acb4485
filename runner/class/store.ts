import { readFileSync } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { isAlive } from "../is-alive.ts";
import { type Result, schemaVersion } from "../model/result.ts";
import { UsageProblem } from "../model/usage-problem.ts";
import { type ClassRun, classRun, type GradeRecord, record } from "./class-run.ts";
import { journalFile } from "./journal.ts";

const remembered = z.record(
  z.string(),
  z.strictObject({ value: z.unknown(), from: z.enum(["command line", "course"]) }),
);

/** The value of each option and where it came from, by name. */
export type Remembered = z.infer<typeof remembered>;

/** The folder that a class is graded into: `class.json`, and one file a hand-in below `results/`. */
export class Store {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Creates the folder, and removes files that a killed run left half written. */
  async prepare(): Promise<void> {
    await mkdir(join(this.folder, "results"), { recursive: true });
    for (const folder of [this.folder, join(this.folder, "results")])
      for (const name of await readdir(folder)) if (isLeft(name)) await rm(join(folder, name), { force: true });
    // Emptied, not removed: a page may be watching it.
    await writeFile(journalFile(this.folder), "");
  }

  /** The run in this folder; null when there is none, or one that this version cannot read. */
  async readRun(): Promise<ClassRun | null> {
    return parsed(classRun, await textOf(join(this.folder, "class.json")));
  }

  /** Why the run in this folder cannot be read. */
  async whyUnreadable(): Promise<Unreadable> {
    return whyUnreadable(await textOf(join(this.folder, "class.json")), versioned);
  }

  async writeRun(run: ClassRun): Promise<void> {
    await writeAtomically(join(this.folder, "class.json"), `${JSON.stringify(run, null, 2)}\n`);
  }

  /**
   * The options of the last run.
   *
   * @throws UsageProblem when they cannot be read: a class must not be marked without its policy, as if none had been given
   */
  async readSettings(): Promise<Remembered> {
    const file = join(this.folder, "settings.json");
    const text = await textOf(file);
    const settings = text === null ? {} : parsed(remembered, text);
    if (settings) return settings;
    throw new UsageProblem(
      `${file} is damaged: it holds the options of earlier runs. Put it back, or remove it and give the options again`,
    );
  }

  async writeSettings(settings: Remembered): Promise<void> {
    await writeAtomically(join(this.folder, "settings.json"), `${JSON.stringify(settings, null, 2)}\n`);
  }

  /** How a hand-in was graded; null when it was not, or by a version with another file format. */
  async readRecord(key: string): Promise<GradeRecord | null> {
    return parsed(record, await textOf(this.#fileOf(key)));
  }

  /** Why a hand-in has no record that can be read. */
  async whyNoRecord(key: string): Promise<Unreadable> {
    return whyUnreadable(await textOf(this.#fileOf(key)), versionedRecord);
  }

  /**
   * Reads synchronously the result of a record that is known to exist, for the getter `result` of a student.
   *
   * @throws Error when the file was changed since and is not a result
   */
  readResultSync(key: string): Result {
    const file = this.#fileOf(key);
    const found = parsed(record, readFileSync(file, "utf8"))?.result;
    if (!found) throw new Error(`${file} no longer holds a result; grade the class again`);
    return found;
  }

  async writeRecord(key: string, written: GradeRecord): Promise<void> {
    await writeAtomically(this.#fileOf(key), `${JSON.stringify(record.parse(written))}\n`);
  }

  #fileOf(key: string): string {
    return join(this.folder, "results", `${key}.json`);
  }
}

/** Why a file cannot be read: there is none, it is damaged, or a version wrote it whose files have another format. */
type Unreadable = "nothing-graded" | "damaged" | "newer" | "older";

const versioned = z.looseObject({ schemaVersion: z.number() });
const versionedRecord = z.looseObject({ result: versioned }).transform((found) => found.result);

function whyUnreadable(text: string | null, schema: z.ZodType<{ schemaVersion: number }>): Unreadable {
  if (text === null) return "nothing-graded";
  const version = parsed(schema, text)?.schemaVersion ?? schemaVersion;
  if (version === schemaVersion) return "damaged";
  return version > schemaVersion ? "newer" : "older";
}

/** Whether a dead process left this file half written; a living one may be writing into the same folder. */
function isLeft(name: string): boolean {
  const [, pid] = /\.(\d+)\.wirecheck-new$/.exec(name) ?? [];
  return pid !== undefined && !isAlive(Number(pid));
}

/** Writes a file so that a reader sees either the old or the complete new content at any moment. */
export async function writeAtomically(file: string, content: string | Uint8Array): Promise<void> {
  const fresh = `${file}.${process.pid}.wirecheck-new`;
  const handle = await open(fresh, "w");
  try {
    await handle.writeFile(content);
    await handle.sync();
  } catch (error) {
    // An error on a file handle does not name the file.
    throw Object.assign(error as Error, { path: file });
  } finally {
    await handle.close();
  }
  await rename(fresh, file);
}

async function textOf(file: string): Promise<string | null> {
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
}

function parsed<T>(schema: z.ZodType<T>, text: string | null): T | null {
  if (text === null) return null;
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
