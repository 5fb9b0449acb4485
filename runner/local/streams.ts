import { type ChildProcess, type StdioOptions, spawnSync } from "node:child_process";
import { closeSync, constants, openSync } from "node:fs";
import { Socket } from "node:net";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";

/** The standard streams of a program that is about to be started. */
export interface Streams {
  /** For `spawn`. */
  readonly stdio: StdioOptions;
  /** The grader's ends, once the program was spawned; its own ends are let go of. */
  attach(child: ChildProcess): Attached;
}

/** The grader's ends of a program's standard streams. */
export interface Attached {
  input: Writable;
  stdout: Readable;
  stderr: Readable;
}

/**
 * Opens the streams: named pipes where the system has mkfifo(1), for a program cannot open /dev/stdin or /dev/stderr on the
 * sockets that Node makes; else what Node makes, which on Windows are pipes.
 */
export function openStreams(folder: string): Streams {
  const names = ["in", "out", "err"].map((name) => join(folder, name));
  const made = process.platform !== "win32" && spawnSync("mkfifo", ["-m", "600", ...names]).status === 0;
  return made ? namedPipes(names as [string, string, string]) : nodePipes();
}

function nodePipes(): Streams {
  return {
    stdio: ["pipe", "pipe", "pipe"],
    attach: ({ stdin, stdout, stderr }) => ({
      input: stdin as Writable,
      stdout: stdout as Readable,
      stderr: stderr as Readable,
    }),
  };
}

function namedPipes([inName, outName, errName]: readonly [string, string, string]): Streams {
  const [inRead, inWrite] = openBothEnds(inName);
  const [outRead, outWrite] = openBothEnds(outName);
  const [errRead, errWrite] = openBothEnds(errName);
  return {
    stdio: [inRead, outWrite, errWrite],
    attach() {
      for (const descriptor of [inRead, outWrite, errWrite]) closeSync(descriptor);
      return {
        input: new Socket({ fd: inWrite, readable: false, writable: true }),
        stdout: new Socket({ fd: outRead, readable: true, writable: false }),
        stderr: new Socket({ fd: errRead, readable: true, writable: false }),
      };
    },
  };
}

/** The reader comes first: without waiting, the other end can only be opened while there is one; see fifo(7). */
function openBothEnds(name: string): [read: number, write: number] {
  const waiting = openSync(name, constants.O_RDONLY | constants.O_NONBLOCK);
  const write = openSync(name, constants.O_WRONLY);
  // The program's end must wait for bytes; that of the grader need not, and Node does not mind.
  const read = openSync(name, constants.O_RDONLY);
  closeSync(waiting);
  return [read, write];
}
