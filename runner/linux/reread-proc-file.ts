import { closeSync, openSync } from "node:fs";
import { readProcFile, readText } from "./proc-file.ts";

/**
 * Reads a file of /proc that is read again and again, as text; null when it is gone or refused. Its descriptor is kept, which saves two of
 * three system calls.
 *
 * Only for files that cannot be read once their process has ended, such as `stat` and `schedstat`: then the path is opened again, because
 * it may belong to another process by now.
 */
export function rereadProcFile(path: string): string | null {
  reads += 1;
  const kept = open.get(path);
  if (kept === undefined) return readFirst(path);
  open.delete(path);
  try {
    const text = readText(kept.fd);
    open.set(path, { fd: kept.fd, usedAt: reads });
    return text;
  } catch {
    closeSync(kept.fd);
    return readFirst(path);
  }
}

/** Open files by path, the one that was read longest ago first. */
const open = new Map<string, { fd: number; usedAt: number }>();
let reads = 0;

const mostOpen = 32;
/** More files than are kept, read in turn, would push one another out: so one stays until it was not read this many times. */
const readsToForget = 8 * mostOpen;

function readFirst(path: string): string | null {
  if (open.size >= mostOpen && !forgetOldest()) return readProcFile(path);
  try {
    const fd = openSync(path, "r");
    open.set(path, { fd, usedAt: reads });
    return readText(fd);
  } catch {
    forget(path);
    return null;
  }
}

function forgetOldest(): boolean {
  const [path, { usedAt }] = open.entries().next().value ?? ["", { usedAt: reads }];
  if (reads - usedAt < readsToForget) return false;
  forget(path);
  return true;
}

function forget(path: string): void {
  const kept = open.get(path);
  open.delete(path);
  if (kept !== undefined) closeSync(kept.fd);
}
