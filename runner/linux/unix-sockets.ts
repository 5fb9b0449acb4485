import { closeSync, constants, fstatSync, openSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import { basename, join, sep } from "node:path";
import { asOwnerOf } from "./as-owner.ts";

/** A socket of AF_UNIX that has a name in the file system, as /proc/net/unix shows it. */
export interface UnixSocket {
  inode: number;
  isListening: boolean;
  /** As its program bound it: relative to whatever folder that was in. */
  path: string;
}

/** The sockets with a name in the network of a process; none where it is gone. */
export function unixSocketsNear(pid: number): UnixSocket[] {
  try {
    return parseUnixTable(asOwnerOf(pid, () => readFileSync(`/proc/${pid}/net/unix`, "utf8")));
  } catch {
    return [];
  }
}

/** Parses /proc/net/unix: `Num: RefCount Protocol Flags Type St Inode Path`; see proc(5). */
export function parseUnixTable(table: string): UnixSocket[] {
  return table
    .split("\n")
    .slice(1)
    .flatMap((line) => {
      const [, flags, type, , inode, path] = /^\S+ \S+ \S+ (\S+) (\S+) (\S+) +(\d+)(?: (.*))?$/.exec(line) ?? [];
      if (flags === undefined || Number.parseInt(type ?? "", 16) !== stream || !path) return [];
      return [{ inode: Number(inode), isListening: (Number.parseInt(flags, 16) & acceptsConnections) !== 0, path }];
    });
}

const stream = 1;
/** `__SO_ACCEPTCON`. */
const acceptsConnections = 0x10000;

/** A socket in a program's folder, held by a descriptor so that it is the same one until it is let go. */
export interface HeldSocket {
  /** Where to connect to. */
  path: string;
  /** Whether it may be bound and not listen yet, which then shows by being refused. @default false */
  mayBeEarly?: boolean;
  release(): void;
}

/**
 * Takes hold of the socket of AF_UNIX at a path of a program's working folder; null where there is none, or it leads elsewhere: what
 * a program lays there must not bring the grader to somebody else's socket.
 */
export function holdSocket(home: string, path: string): HeldSocket | null {
  let descriptor: number;
  try {
    descriptor = openSync(join(home, path), pathOnly | constants.O_NOFOLLOW);
  } catch {
    return null;
  }
  const place = readlinkSync(`/proc/self/fd/${descriptor}`);
  // A folder on the way to it may be a link; what is open shows where it lies.
  if (fstatSync(descriptor).isSocket() && place.startsWith(realpathSync(home) + sep))
    return { path: `/proc/self/fd/${descriptor}`, release: () => closeSync(descriptor) };
  closeSync(descriptor);
  return null;
}

/** O_PATH, which Node does not name: sockets cannot be opened otherwise. */
const pathOnly = 0o10000000;

/** Whether one of the sockets listens under that name, whatever the folder in which it was bound. */
export function listensAs(sockets: readonly UnixSocket[], path: string): boolean {
  return sockets.some((socket) => socket.isListening && basename(socket.path) === basename(path));
}
