import { mkdir, realpath, stat } from "node:fs/promises";
import { basename } from "node:path";
import { archiveKind, foreignArchive, withoutArchiveEnding } from "./archive-kind.ts";
import { firstBytes } from "./first-bytes.ts";
import { type HandIn, handInAt } from "./hand-in.ts";
import { Intake } from "./intake.ts";
import { DamagedArchive, type Member, type OpenArchive } from "./member.ts";
import type { HandInProblem } from "./problem.ts";
import { fileMember, folderMembers } from "./read-folder.ts";

/**
 * Copies what a student handed in, a file, a folder or an archive (zip, tar, tar.gz; one level of archives within an
 * archive is opened too), into a folder: regular files only, junk left out, scripts with plain line ends.
 *
 * @param scratch Folder that the files are copied into; made where it does not exist.
 * @returns The hand-in, or what is wrong with it; what was copied by then stays in `scratch`, for the caller to remove.
 */
export async function openHandIn(path: string, scratch: string): Promise<HandIn | { problem: HandInProblem }> {
  try {
    return await copyIn(path, scratch);
  } catch (error) {
    const problem = readingProblem(error, path);
    if (problem) return { problem };
    throw error;
  }
}

async function copyIn(path: string, scratch: string): Promise<HandIn | { problem: HandInProblem }> {
  const real = await realpath(path);
  const found = await stat(real);
  const name = basename(real);
  const isFolder = found.isDirectory();
  const kind = isFolder ? null : archiveKind(name);
  const foreign = kind && foreignKind(name, await firstBytes(real));
  if (foreign) return { problem: { code: "unsupported-archive", archive: name, kind: foreign } };

  // Nobody's program reads it where it lies: each gets a copy.
  await mkdir(scratch, { recursive: true, mode: 0o700 });
  const archive = kind ? { name, bytes: found.size, unpackedBytes: 0 } : null;
  const members = isFolder ? folderMembers(real) : kind ? archiveMembers(name, real) : single(real, name);
  const problem = await takeAll(members, archive, new Intake(scratch));
  if (problem) return { problem };
  const handIn = await handInAt(scratch, isFolder ? name : withoutArchiveEnding(name));
  const nothing = nothingToGrade(handIn.files, path);
  return nothing ? { problem: nothing } : handIn;
}

/** Takes every member; an archive among them is opened where it lies, unless that is in an archive within an archive. */
async function takeAll(
  members: AsyncIterable<Member>,
  archive: OpenArchive | null,
  intake: Intake,
  prefix = "",
  depth = archive ? 1 : 0,
): Promise<HandInProblem | null> {
  try {
    for await (const member of members) {
      const taken = await intake.read(member, prefix, archive);
      if (!taken) continue;
      if ("problem" in taken) return taken.problem;
      // A folder is the platform's or the student's: whichever way they came, the same files get the same marks.
      const kind = depth < 2 ? archiveKind(taken.path) : null;
      const opens = kind === "zip" || kind === "tar";
      const problem = opens ? await takeNested(taken, intake, depth + 1) : await intake.write(taken.path, taken.bytes);
      if (problem) return problem;
    }
    return null;
  } catch (error) {
    if (!(error instanceof DamagedArchive) || !archive) throw error;
    return { code: "damaged-archive", archive: archive.name, reason: error.message };
  }
}

/** Its files lie in a folder of the archive's own name: beside the same files unpacked, which many hand in as well. */
async function takeNested(
  { path, bytes }: { path: string; bytes: Buffer },
  intake: Intake,
  depth: number,
): Promise<HandInProblem | null> {
  const foreign = foreignKind(path, bytes);
  if (foreign) return { code: "unsupported-archive", archive: path, kind: foreign };
  const archive = { name: path, bytes: bytes.length, unpackedBytes: 0 };
  return takeAll(archiveMembers(path, bytes), archive, intake, `${path}/`, depth);
}

function nothingToGrade(files: readonly string[], path: string): HandInProblem | null {
  const [first] = files;
  if (first === undefined) return { code: "empty", path };
  const allClosed = files.every((file) => archiveKind(file) === "other");
  return allClosed
    ? { code: "unsupported-archive", archive: first, kind: foreignKind(first, new Uint8Array()) ?? "" }
    : null;
}

/** Loads the reader that the archive needs, and none for the many hand-ins that are no archives. */
async function* archiveMembers(name: string, archive: string | Buffer): AsyncGenerator<Member> {
  if (archiveKind(name) === "zip") yield* (await import("./read-zip.ts")).zipMembers(archive);
  else yield* (await import("./read-tar.ts")).tarMembers(archive);
}

async function* single(path: string, name: string): AsyncGenerator<Member> {
  yield fileMember(path, name);
}

/** What an archive that cannot be opened is, by its bytes first. */
function foreignKind(name: string, head: Uint8Array): string | null {
  return foreignArchive(head) ?? (archiveKind(name) === "other" ? (name.split(".").at(-1) ?? "").toUpperCase() : null);
}

function readingProblem(error: unknown, path: string): HandInProblem | null {
  const { code, path: at } = error as NodeJS.ErrnoException;
  if ((code === "ENOENT" || code === "ENOTDIR") && at === path) return { code: "not-found", path };
  if (code === "EACCES" || code === "EPERM" || code === "ELOOP")
    return { code: "unreadable", path: at ?? path, reason: code };
  return null;
}
