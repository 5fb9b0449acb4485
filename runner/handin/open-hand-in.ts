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
 * Copies what a student handed in, a file, a folder or an archive of whatever kind and name, into a folder: regular files
 * only, junk left out, scripts with plain line ends. Archives within archives are opened as well, to a depth.
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
  if (!isFolder && !found.isFile()) return { problem: { code: "special-file", file: name } };
  if (found.isFile() && found.size > handInLimits.archiveBytes)
    return { problem: { code: "file-too-large", file: name, limitBytes: handInLimits.archiveBytes } };
  const kind = isFolder ? null : await archiveKindOf(real);

  // Nobody's program reads it where it lies: each gets a copy.
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

/** Takes folders that the first look passed over. What is wrong in one of them is no fault of the hand-in's: it is left out. */
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
  /** Archives within the hand-in that stay closed: what they hold may be what is looked for. */
  unopened: UnopenedArchive[];
}

/** How deep archives lie within archives: mail programs, platforms and students each make one. */
const deepest = 5;

/** Takes every member; an archive among them is opened where it lies. */
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
      // A folder is the platform's or the student's: whichever way they came, the same files get the same marks.
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
    // What stayed closed as a whole may lie beside the program; of what was opened in part nobody knows what is missing.
    if (problem && (taken > 0 || prefix === "")) return problem;
    throw error;
  }
}

/** Its files lie in a folder of the archive's own name: beside the same files unpacked, which many hand in as well. */
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

/** What is wrong with a hand-in that the file system does not let anybody read; null for a fault that is not the hand-in's. */
export function readingProblem(error: unknown, path: string): HandInProblem | null {
  if (error instanceof TooManyFiles) return { code: "too-many-files", limit: handInLimits.files };
  const { code, path: at } = error as NodeJS.ErrnoException;
  if ((code === "ENOENT" || code === "ENOTDIR") && at === path) return { code: "not-found", path };
  if (code === "EACCES" || code === "EPERM" || code === "ELOOP")
    return { code: "unreadable", path: at ?? path, reason: code };
  return null;
}
