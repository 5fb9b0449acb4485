import { tmpdir } from "node:os";
import { dirname } from "node:path";
import { NoTemporaryFolder } from "../scratch.ts";

/**
 * The sentence for a fault of the machine: which folder or limit is the cause, and what to do. Null for any other
 * error.
 *
 * @param error as the system threw it, or with the system's message in it, as workers pass it
 */
export function machineFault(error: Error): string | null {
  if (error instanceof NoTemporaryFolder) return error.message;
  const code = (error as NodeJS.ErrnoException).code ?? /\b(E[A-Z0-9]{3,})\b/.exec(error.message)?.[1] ?? "";
  const path = (error as NodeJS.ErrnoException).path ?? /'(\/[^'\n]*)'/.exec(error.message)?.[1];
  return sentences[code]?.(path) ?? null;
}

const sentences: Record<string, (path?: string) => string> = {
  ENOSPC: (path) => `there is no room left ${diskOf(path)}: make room, or name another folder`,
  EDQUOT: (path) => `your quota is used up ${diskOf(path)}: make room, or name another folder`,
  EFBIG: (path) => `a file would be larger than this system allows ${diskOf(path)} (\`ulimit -f\`)`,
  EMFILE: () => "too many files are open: allow more (`ulimit -n 1024`)",
  ENFILE: () => "too many files are open on this machine: end other programs, or raise fs.file-max",
  EROFS: (path) =>
    `${path ? dirname(path) : tmpdir()} cannot be written to, its file system is read-only: name another folder`,
  ENOMEM: () => "this machine has no memory left: end other programs, or grade with fewer workers (`--jobs 1`)",
  EAGAIN: () => "no more processes can be started: end other programs, or raise the limit (`ulimit -u`)",
};

function diskOf(path?: string): string {
  return path ? `on the disk of ${dirname(path)}` : `on the disk of ${tmpdir()}, or where results go`;
}
