import { closeSync, constants, fstatSync, openSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import { basename, join, sep } from "node:path";
import { asOwnerOf } from "./as-owner.ts";

/** A stream socket of AF_UNIX that has a path, as /proc/net/unix shows it. */
export interface UnixSocket {
  inode: number;
  isListening: boolean;
  /** The path as the program gave it to bind(): it may be relative to the program's working folder. */
  path: string;
}

/** The named sockets in the network of a process; none when the process is gone. */
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

/** A socket in a program's folder, held by a descriptor so that nothing can be put in its place. */
export interface HeldSocket {
  /** Where to connect to. */
  path: string;
  /** Whether the program may not have called listen() yet, so that a connection may be refused. @default false */
  mayBeEarly?: boolean;
  release(): void;
}

/**
 * Opens the AF_UNIX socket at a path of a program's working folder; null if there is none, or if the path leads out of the folder:
 * a program must not be able to direct the grader to another socket.
 */
export function holdSocket(home: string, path: string): HeldSocket | null {
  let descriptor: number;
  try {
    descriptor = openSync(join(home, path), pathOnly | constants.O_NOFOLLOW);
  } catch {
    return null;
  }
  const place = readlinkSync(`/proc/self/fd/${descriptor}`);
  // A folder of the path may be a link: the real path of the open socket is checked.
  if (fstatSync(descriptor).isSocket() && place.startsWith(realpathSync(home) + sep))
    return { path: `/proc/self/fd/${descriptor}`, release: () => closeSync(descriptor) };
  closeSync(descriptor);
  return null;
}

/** O_PATH, for which Node has no constant; a socket file can be opened only with it. */
const pathOnly = 0o10000000;

/** Whether one of the sockets listens under that file name, in whichever folder it was bound. */
export function listensAs(sockets: readonly UnixSocket[], path: string): boolean {
  return sockets.some((socket) => socket.isListening && basename(socket.path) === basename(path));
}
