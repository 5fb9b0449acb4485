import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { pipeline } from "node:stream/promises";
import { handInLimits } from "../handin/limits.ts";
import type { Member } from "../handin/member.ts";
import { fileMember, folderMembers, isOwnFolder } from "../handin/read-folder.ts";
import type { Lab } from "../spec/lab.ts";
import { withPaths } from "../spec/lab-paths.ts";
import type { Terms } from "./class-run.ts";
import type { Delivery } from "./delivery.ts";

/**
 * Digest of everything except the hand-in's files that decides what is observed; without the language, because texts
 * are written again for each report.
 */
export function termsDigest({ language: _, ...terms }: Terms): string {
  return sha256(JSON.stringify(Object.entries(terms).sort(([a], [b]) => (a < b ? -1 : 1))));
}

/**
 * Digest of what a lab plays, without points, titles and the like, which are read from the lab whenever marks are
 * computed. Its own programs count by what they hold, not by where they lie: the lab is the same in every copy of a
 * course's folder.
 */
export async function labDigest(lab: Lab): Promise<string> {
  const contents = new Map<string, string>();
  for (const file of programsOf(lab)) contents.set(file, await named(file));
  const anywhere = withPaths(lab, { program: (file) => contents.get(file) ?? file, libraries: (folder) => folder });
  return sha256(JSON.stringify(playedOf(anywhere)));
}

function programsOf(lab: Lab): ReadonlySet<string> {
  const files = new Set<string>();
  const note = (file: string) => {
    files.add(file);
    return file;
  };
  withPaths(lab, { program: note, libraries: (folder) => folder });
  return files;
}

/** A program by its name and what it holds. */
async function named(file: string): Promise<string> {
  const bytes = await readFile(file).catch(() => null);
  return `${basename(file)} ${bytes && sha256(bytes)}`;
}

function playedOf({
  title: _title,
  points: _points,
  questions: _questions,
  flaky: _flaky,
  unsteady: _unsteady,
  setup: _setup,
  ...lab
}: Lab): object {
  const tests = lab.tests.map(
    ({ title: _ofTest, why: _why, points: _worth, optional: _optional, visibility: _visibility, ...played }) => played,
  );
  return { ...lab, tests };
}

/**
 * Digest of a hand-in's files as they were delivered: archives are not opened, files left by tools do not count. For a
 * file that is too large to grade or cannot be read, it covers the size or the error instead of the content.
 */
export async function filesDigest({ sources, refused }: Pick<Delivery, "sources" | "refused">): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify(refused));
  let leftBytes: number = handInLimits.archiveBytes;
  for (const { from, name } of sources) {
    try {
      const found = await stat(from);
      if (found.isFile()) await addFile(name, await fileMember(from, name));
      else if (!found.isDirectory()) hash.update(`${name}\0special\0`);
      else for await (const member of folderMembers(from, isOwnFolder)) await addFile(`${name}/${member.name}`, member);
    } catch (error) {
      hash.update(`${name}\0${(error as NodeJS.ErrnoException).code ?? (error as Error).name}\0`);
    }
  }
  return hash.digest("hex");

  async function addFile(name: string, { kind, declaredBytes, content }: Member): Promise<void> {
    leftBytes -= declaredBytes;
    const isRead = kind === "file" && leftBytes >= 0;
    const own = createHash("sha256");
    if (isRead) await pipeline(content, own);
    hash.update(`${name}\0${isRead ? own.digest("hex") : `${kind} ${declaredBytes}`}\0`);
  }
}

/** The seed of a class: every machine with the same hand-ins computes the same one, and no student can know it. */
export function classSeed(labDigest: string, filesDigests: readonly string[]): number {
  return Number.parseInt(sha256([labDigest, ...filesDigests].join("\n")).slice(0, 8), 16);
}

function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
