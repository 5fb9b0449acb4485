import { closeSync, openSync, readdirSync, readlinkSync, readSync } from "node:fs";

/**
 * Reads a file of /proc as text, or null when it is gone or refused. Synchronous because a look must be taken in one
 * go: if it paused, the program could go on between the samples of two of its threads.
 */
export function readProcFile(path: string): string | null {
  return withFile(path, readText);
}

/** The text of an open file of /proc, from its beginning. @throws Error with `code` ESRCH if it belonged to a process that has ended */
export function readText(fd: number): string {
  let length = 0;
  for (;;) {
    const read = readSync(fd, textBuffer, length, textBuffer.length - length, length);
    length += read;
    if (read < WHOLE_BELOW_BYTES || length === textBuffer.length) return textBuffer.toString("latin1", 0, length);
  }
}

/** Reads up to `bytes` of a file from `position`; null when nothing is there or it is refused. */
export function readBytes(path: string, position: bigint, bytes: number): Buffer | null {
  return withFile(path, (fd) => {
    const buffer = Buffer.alloc(bytes);
    const read = readSync(fd, buffer, 0, bytes, position);
    return read === 0 ? null : buffer.subarray(0, read);
  });
}

/** The names in a folder of /proc as numbers (pids, tids, descriptors), or null when it is gone or refused. */
export function listNumbers(path: string): number[] | null {
  try {
    return readdirSync(path).map(Number).filter(Number.isInteger);
  } catch {
    return null;
  }
}

/** What a link of /proc points to, or null when it is gone or refused. */
export function readLink(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}

/** The kernel returns such files page by page: a much shorter read was the last one, and the call that would return 0 is saved. */
const WHOLE_BELOW_BYTES = 2048;
const textBuffer = Buffer.allocUnsafeSlow(64 * 1024);

function withFile<T>(path: string, use: (fd: number) => T): T | null {
  let fd: number;
  try {
    fd = openSync(path, "r");
  } catch {
    return null;
  }
  try {
    return use(fd);
  } catch {
    return null;
  } finally {
    closeSync(fd);
  }
}
