import { type ChildProcess, type StdioOptions, spawnSync } from "node:child_process";
import { closeSync, constants, openSync } from "node:fs";
import { Socket } from "node:net";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";

/** The standard streams of a program that is about to be started. */
export interface Streams {
  /** For `spawn`. */
  readonly stdio: StdioOptions;
  /** Closes this process's copies of the program's ends after it was spawned, and returns the grader's ends. */
  attach(child: ChildProcess): Attached;
}

/** The grader's ends of a program's standard streams. */
export interface Attached {
  input: Writable;
  stdout: Readable;
  stderr: Readable;
}

/**
 * Opens the streams: named pipes where the system has mkfifo(1), because a program cannot open /dev/stdin or /dev/stderr on the
 * sockets that Node makes; else Node's own streams, which are pipes on Windows.
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

/** Opens the reading end first, without waiting, so that opening the writing end does not wait for a reader; see fifo(7). */
function openBothEnds(name: string): [read: number, write: number] {
  const waiting = openSync(name, constants.O_RDONLY | constants.O_NONBLOCK);
  const write = openSync(name, constants.O_WRONLY);
  // Opened again without O_NONBLOCK, because reading at the program's end must wait for bytes.
  const read = openSync(name, constants.O_RDONLY);
  closeSync(waiting);
  return [read, write];
}
