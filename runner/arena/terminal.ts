import { closeSync, constants, openSync, readSync, writeSync } from "node:fs";
import { ioctl } from "../linux/native.ts";

/** The two ends of a pseudo-terminal; see pty(7). */
export interface Terminal {
  /** The end of the user: the program's output is read from it, and its input is written to it. */
  readonly screen: number;
  /** The end of the program: its standard input and output. */
  readonly line: number;
}

/** The character (Ctrl-D) that ends the input at the beginning of a line. */
export const endOfInputKey = Buffer.of(4);

/**
 * Opens a terminal of 80 columns in line mode, with line editing as usual, but without echo and without CR before newlines, so that
 * its output is exactly what the program wrote. It is not a controlling terminal: the grader sends signals itself.
 */
export function openTerminal(): Terminal {
  const flags = constants.O_RDWR | constants.O_NOCTTY;
  const screen = openSync("/dev/ptmx", flags | constants.O_NONBLOCK);
  try {
    ioctl(screen, requests.unlock, Buffer.alloc(4));
    const number = Buffer.alloc(4);
    ioctl(screen, requests.number, number);
    const line = openSync(`/dev/pts/${number.readUInt32LE()}`, flags);
    setModes(line);
    return { screen, line };
  } catch (error) {
    closeSync(screen);
    throw error;
  }
}

/** Types on a terminal; what does not fit on the line is lost, as when a person types. */
export function press(screen: number, keys: Buffer): void {
  try {
    writeSync(screen, keys);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
  }
}

/** What was written to a terminal and has not been read yet. */
export function* unreadOf(screen: number): Generator<Buffer> {
  for (;;) {
    const bytes = Buffer.alloc(65_536);
    try {
      yield bytes.subarray(0, readSync(screen, bytes));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EAGAIN") return;
      throw error;
    }
  }
}

function setModes(line: number): void {
  const modes = Buffer.alloc(termiosBytes);
  ioctl(line, requests.getModes, modes);
  const [output, local] = [4, 12];
  modes.writeUInt32LE(modes.readUInt32LE(output) & ~outputModes.process, output);
  modes.writeUInt32LE(modes.readUInt32LE(local) & ~(localModes.echo | localModes.echoControl), local);
  ioctl(line, requests.setModes, modes);
  ioctl(line, requests.setSize, Buffer.from(Uint16Array.of(24, 80, 0, 0).buffer));
}

// Linux, include/uapi/asm-generic/ioctls.h and termbits.h; the same on x86-64 and arm64.
const requests = {
  unlock: 0x40045431,
  number: 0x80045430,
  getModes: 0x5401,
  setModes: 0x5402,
  setSize: 0x5414,
};
const outputModes = { process: 0o1 };
const localModes = { echo: 0o10, echoControl: 0o1000 };
const termiosBytes = 64;
