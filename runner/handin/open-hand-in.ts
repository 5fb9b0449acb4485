import { mkdir, realpath, rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { type ArchiveKind, archiveKind, archiveKindOf, withoutArchiveEnding } from "./archive-kind.ts";
import { archiveMembers, ClosedArchive } from "./archive-members.ts";
import { filesAt, type HandIn, handInAt, type UnopenedArchive } from "./hand-in.ts";
import { Intake } from "./intake.ts";
import { mayBeNeeded } from "./junk.ts";
import { handInLimits } from "./limits.ts";
import { DamagedArchive, type Member, type OpenArchive } from "./member.ts";
import { isInNeeded, neededFolders } from "./needed-folders.ts";
import type { HandInProblem } from "./problem.ts";
import { fileMember, folderMembers, TooManyFiles } from "./read-folder.ts";

/**
 * Copies what a student handed in, a file, a folder or an archive of any kind and name, into a folder: only regular files, without
 * junk, scripts with \n as line end. Archives within archives are opened as well, to a limited depth.
 *
 * @param scratch folder into which the files are copied; made if it does not exist
 * @returns the hand-in, or its problem; files that were copied by then stay in `scratch`, which the caller removes
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
  if (!isFolder && !found.isFile()) return { problem: { code: "special-file", file: name } };
  if (found.isFile() && found.size > handInLimits.archiveBytes)
    return { problem: { code: "file-too-large", file: name, limitBytes: handInLimits.archiveBytes } };
  const kind = isFolder ? null : await archiveKindOf(real);

  // Programs are run on copies of these files, so that only this user needs to read them.
  await mkdir(scratch, { recursive: true, mode: 0o700 });
  const archive = kind ? { name, bytes: found.size, unpackedBytes: 0, declaredBytes: 0 } : null;
  const members = () => {
    if (isFolder) return folderMembers(real, mayBeNeeded);
    return kind ? archiveMembers(kind, name, real) : single(real, name);
  };
  const taking = { intake: new Intake(scratch), unopened: [] as UnopenedArchive[] };
  const problem = await takeAll(members(), archive, taking);
  if (problem) return { problem };
  const id = isFolder ? name : withoutArchiveEnding(name);
  const { passedOver } = taking.intake;
  const needed = passedOver.length === 0 ? [] : neededFolders(passedOver, await filesAt(scratch));
  if (needed.length > 0) await takeNeeded(members(), archive, scratch, needed);
  const handIn = await handInAt(scratch, id, taking.unopened);
  const [closed] = handIn.unopened;
  if (handIn.files.length === 0) return { problem: { code: "empty", path: name } };
  return closed && handIn.files.length === handIn.unopened.length ? { problem: closed } : handIn;
}

/** Copies folders that were passed over at first. If one of them has a problem, they are left out again. */
async function takeNeeded(
  members: AsyncIterable<Member>,
  archive: OpenArchive | null,
  scratch: string,
  needed: readonly string[],
): Promise<void> {
  const wants = (path: string) => isInNeeded(path, needed) || needed.some((folder) => folder.startsWith(`${path}/`));
  const intake = new Intake(scratch, wants);
  const problem = await takeAll(members, archive && { ...archive, unpackedBytes: 0, declaredBytes: 0 }, {
    intake,
    unopened: [],
  });
  if (!problem) return;
  for (const folder of needed) await rm(join(scratch, folder), { recursive: true, force: true });
}

interface Taking {
  intake: Intake;
  /** Archives within the hand-in that could not be opened: a program that is not found may be in one of them. */
  unopened: UnopenedArchive[];
}

/** How deep archives may be nested: mail programs, platforms and students each make one. */
const deepest = 5;

/** Copies every member; an archive among them is opened in place. */
async function takeAll(
  members: AsyncIterable<Member>,
  archive: OpenArchive | null,
  taking: Taking,
  prefix = "",
  depth = archive ? 1 : 0,
): Promise<HandInProblem | null> {
  const { intake } = taking;
  let taken = 0;
  try {
    for await (const member of members) {
      const read = await intake.read(member, prefix, archive);
      if (!read) continue;
      if ("problem" in read) return read.problem;
      taken += 1;
      // Archives in a folder are opened as well: the same files get the same marks, whether the platform or the student packed them.
      const kind = archiveKind(read.path, read.bytes);
      const problem = kind
        ? await takeNested(kind, read, taking, depth + 1)
        : await intake.write(read.path, read.bytes);
      if (problem) return problem;
    }
    return null;
  } catch (error) {
    if (!archive) throw error;
    const problem = openingProblem(error, archive.name);
    // A nested archive that cannot be opened at all may be unimportant; of one that was opened in part, needed files may be missing.
    if (problem && (taken > 0 || prefix === "")) return problem;
    throw error;
  }
}

/** Its files go into a folder with the archive's name, because many students also hand in the same files unpacked. */
async function takeNested(
  kind: ArchiveKind,
  { path, bytes }: { path: string; bytes: Buffer },
  taking: Taking,
  depth: number,
): Promise<HandInProblem | null> {
  try {
    if (depth > deepest) throw new ClosedArchive(kind);
    const archive = { name: path, bytes: bytes.length, unpackedBytes: 0, declaredBytes: 0 };
    return await takeAll(archiveMembers(kind, path, bytes), archive, taking, `${path}/`, depth);
  } catch (error) {
    const problem = openingProblem(error, path);
    if (!problem) throw error;
    taking.unopened.push(problem);
    return taking.intake.write(path, bytes);
  }
}

function openingProblem(error: unknown, archive: string): UnopenedArchive | null {
  if (error instanceof ClosedArchive) return { code: "unsupported-archive", archive, kind: error.kind };
  if (!(error instanceof DamagedArchive)) return null;
  if (error.isFile === "empty") return { code: "empty-archive", archive };
  return error.isFile === "other"
    ? { code: "not-an-archive", archive }
    : { code: "damaged-archive", archive, reason: error.message };
}

async function* single(path: string, name: string): AsyncGenerator<Member> {
  yield await fileMember(path, name);
}

/** The problem of a hand-in that cannot be read from the file system; null for an error that is not a problem of the hand-in. */
export function readingProblem(error: unknown, path: string): HandInProblem | null {
  if (error instanceof TooManyFiles) return { code: "too-many-files", limit: handInLimits.files };
  const { code, path: at } = error as NodeJS.ErrnoException;
  if ((code === "ENOENT" || code === "ENOTDIR") && at === path) return { code: "not-found", path };
  if (code === "EACCES" || code === "EPERM" || code === "ELOOP")
    return { code: "unreadable", path: at ?? path, reason: code };
  return null;
}
