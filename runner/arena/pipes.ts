import { once } from "node:events";
import { closeSync, fchownSync } from "node:fs";
import { Socket } from "node:net";
import { setTimeout as delay, setImmediate as turn } from "node:timers/promises";
import { ReadStream } from "node:tty";
import { pipe } from "../linux/native.ts";
import type { LaunchOptions } from "./launch-options.ts";
import { endOfInputKey, openTerminal, press, unreadOf } from "./terminal.ts";

/**
 * The three standard streams of a program: real pipes, because /dev/stdin cannot be opened on the sockets that Node makes; or a
 * terminal for the first two.
 */
export interface Pipes {
  /** Descriptors for the child: standard input, output and error output. */
  readonly child: readonly [number, number, number];
  /** Closes this process's copies of them; to be called when the child has been started. */
  closeChildEnds(): void;
  /** From now on delivers at most this number of bytes of output. */
  allowOutput(bytes: number): void;
  write(bytes: Buffer): void;
  endInput(): void;
  /** Stops reading and writing at once, for example when a limit was exceeded. */
  cut(): void;
  /** Resolves when all output has been delivered, at the latest `graceMs` after this call. */
  drained(graceMs: number): Promise<void>;
}

type Options = Pick<LaunchOptions, "stdin" | "onOutput" | "limits"> & {
  /** Who may open the pipes by name. */
  owner: number | null;
  /** Called when there was more output than `limits.outputBytes`; the rest is not delivered. */
  onFlood(): void;
};

/** Opens the pipes of one launch and begins to read. */
export function openPipes(options: Options): Pipes {
  const [errorRead, errorWrite] = pipe();
  const errorOutput = new Socket({ fd: errorRead, readable: true, writable: false });
  const streams = options.stdin === "terminal" ? terminalStreams() : pipeStreams();
  const child = [...streams.ends, errorWrite] as const;
  if (options.owner !== null) for (const descriptor of child) fchownSync(descriptor, options.owner, options.owner);
  if (options.stdin === "closed") streams.closeInput();
  const deliver = delivery(options);
  const outputs = { stdout: streams.output, stderr: errorOutput };
  for (const [name, socket] of Object.entries(outputs)) {
    socket.on("error", () => {});
    socket.on("data", (bytes) => deliver.output(name as keyof typeof outputs, bytes));
  }
  return {
    child,
    closeChildEnds() {
      closeSync(errorWrite);
      streams.closeEnds();
    },
    allowOutput: deliver.allow,
    write: streams.write,
    endInput: streams.endInput,
    cut() {
      streams.closeInput();
      destroyAll(Object.values(outputs));
    },
    async drained(graceMs) {
      streams.closeInput();
      for (const bytes of streams.unread()) deliver.output("stdout", bytes);
      await drain(Object.values(outputs), graceMs);
    },
  };
}

/** The standard input and output of a program: its descriptors for them, and the ends of this process. */
interface Streams {
  ends: readonly [number, number];
  output: Socket;
  write(bytes: Buffer): void;
  endInput(): void;
  closeInput(): void;
  closeEnds(): void;
  /** The rest of the program's output, which `output` does not deliver; ends `output`. */
  unread(): Iterable<Buffer>;
}

function pipeStreams(): Streams {
  const [inputRead, inputWrite] = pipe();
  const [outputRead, outputWrite] = pipe();
  const input = new Socket({ fd: inputWrite, readable: false, writable: true });
  // A program may have ended, or may not read its input: that is not an error.
  input.on("error", () => {});
  return {
    ends: [inputRead, outputWrite],
    output: new Socket({ fd: outputRead, readable: true, writable: false }),
    write: (bytes) => void (input.writable && input.write(bytes)),
    endInput: () => void input.end(),
    closeInput: () => void input.destroy(),
    closeEnds: () => [inputRead, outputWrite].forEach(closeSync),
    unread: () => [],
  };
}

/** Node reports the end of a terminal as soon as no process has it open, even with unread output in it: so this process keeps it open. */
function terminalStreams(): Streams {
  const { screen, line } = openTerminal();
  const output = new ReadStream(screen);
  output.once("close", () => closeSync(line));
  const type = (keys: Buffer) => void (output.destroyed || press(screen, keys));
  return {
    ends: [line, line],
    output,
    write: type,
    endInput: () => type(endOfInputKey),
    closeInput() {},
    closeEnds() {},
    *unread() {
      if (output.destroyed) return;
      yield* unreadOf(screen);
      output.destroy();
    },
  };
}

/** Delivers output up to the limit, which may be set again. */
function delivery({ onOutput, limits, onFlood }: Options) {
  let left = limits.outputBytes;
  return {
    allow(bytes: number) {
      left = bytes;
    },
    output(stream: "stdout" | "stderr", bytes: Buffer) {
      const flooded = bytes.length > left;
      const delivered = flooded ? bytes.subarray(0, left) : bytes;
      left -= delivered.length;
      if (delivered.length > 0) onOutput(stream, delivered);
      if (flooded) onFlood();
    },
  };
}

async function drain(outputs: readonly Socket[], graceMs: number): Promise<void> {
  const closed = outputs.filter((output) => !output.closed).map((output) => once(output, "close"));
  const inTime = await Promise.race([Promise.all(closed), delay(graceMs, "late", { ref: false })]);
  if (inTime !== "late") return;
  await nothingArrives(outputs);
  destroyAll(outputs);
  await Promise.all(closed);
}

/** Resolves when reading gives nothing more: on a busy machine a timer may fire before the pipes have been read. */
async function nothingArrives(outputs: readonly Socket[]): Promise<void> {
  for (let before = -1, now = 0; now > before; ) {
    before = now;
    await turn();
    await turn();
    now = outputs.reduce((sum, { bytesRead }) => sum + bytesRead, 0);
  }
}

function destroyAll(sockets: readonly Socket[]): void {
  for (const socket of sockets) socket.destroy();
}
