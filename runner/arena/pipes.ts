import { once } from "node:events";
import { closeSync, fchownSync, writeSync } from "node:fs";
import { Socket } from "node:net";
import { setTimeout as delay, setImmediate as turn } from "node:timers/promises";
import { ReadStream } from "node:tty";
import type { LaunchOptions } from "./arena.ts";
import { pipe } from "./native.ts";
import { endOfInputKey, openTerminal } from "./terminal.ts";

/**
 * The three standard streams of a program, as real pipes, /dev/stdin and the like do not open on the sockets Node makes; or
 * the first two as a terminal.
 */
export interface Pipes {
  /** Descriptors for the child: standard input, output and error output. */
  readonly child: readonly [number, number, number];
  /** To be called once the child has its own copies. */
  closeChildEnds(): void;
  write(bytes: Buffer): void;
  endInput(): void;
  /** Stops reading and writing at once, as when a limit was exceeded. */
  cut(): void;
  /** Resolves when all output has been delivered, at the latest `graceMs` after this call. */
  drained(graceMs: number): Promise<void>;
}

type Options = Pick<LaunchOptions, "stdin" | "onOutput" | "limits"> & {
  /** Who may open the pipes by name. */
  owner: number | null;
  /** Called when more than `limits.outputBytes` came; nothing past them is delivered. */
  onFlood(): void;
};

/** Opens the pipes of one launch and begins to read. */
export function openPipes(options: Options): Pipes {
  const [errorRead, errorWrite] = pipe();
  const errorOutput = new Socket({ fd: errorRead, readable: true, writable: false });
  const { input, output, ends } = options.stdin === "terminal" ? terminalStreams() : pipeStreams();
  const child = [...ends, errorWrite] as const;
  if (options.owner !== null) for (const descriptor of child) fchownSync(descriptor, options.owner, options.owner);
  if (options.stdin === "closed") input.close();
  const outputs = [output, errorOutput];
  readOutputs({ stdout: output, stderr: errorOutput }, options);
  return {
    child,
    closeChildEnds: () => new Set(child).forEach(closeSync),
    write: input.write,
    endInput: input.end,
    cut() {
      input.close();
      destroyAll(outputs);
    },
    drained(graceMs) {
      input.close();
      return drain(outputs, graceMs);
    },
  };
}

/** How a program is written to, and read from, by the descriptors it has for it. */
interface Streams {
  input: { write(bytes: Buffer): void; end(): void; close(): void };
  output: Socket;
  ends: readonly [number, number];
}

function pipeStreams(): Streams {
  const [inputRead, inputWrite] = pipe();
  const [outputRead, outputWrite] = pipe();
  const input = new Socket({ fd: inputWrite, readable: false, writable: true });
  // A program that does not read its input, or has ended, is no fault of anybody's.
  input.on("error", () => {});
  return {
    input: {
      write: (bytes) => void (input.writable && input.write(bytes)),
      end: () => void input.end(),
      close: () => void input.destroy(),
    },
    output: new Socket({ fd: outputRead, readable: true, writable: false }),
    ends: [inputRead, outputWrite],
  };
}

function terminalStreams(): Streams {
  const { screen, line } = openTerminal();
  const output = new ReadStream(screen);
  const press = (bytes: Buffer) => void (output.destroyed || writeSync(screen, bytes));
  return { input: { write: press, end: () => press(endOfInputKey), close() {} }, output, ends: [line, line] };
}

function readOutputs(outputs: Record<"stdout" | "stderr", Socket>, { onOutput, limits, onFlood }: Options): void {
  let left = limits.outputBytes;
  for (const stream of ["stdout", "stderr"] as const) {
    const socket = outputs[stream];
    // A terminal ends with an error once nobody holds it any more.
    socket.on("error", () => {});
    socket.on("data", (bytes) => {
      const flooded = bytes.length > left;
      const delivered = flooded ? bytes.subarray(0, left) : bytes;
      left -= delivered.length;
      if (delivered.length > 0) onOutput(stream, delivered);
      if (flooded) onFlood();
    });
  }
}

async function drain(outputs: readonly Socket[], graceMs: number): Promise<void> {
  const closed = outputs.filter((output) => !output.closed).map((output) => once(output, "close"));
  const inTime = await Promise.race([Promise.all(closed), delay(graceMs, "late", { ref: false })]);
  if (inTime !== "late") return;
  await nothingArrives(outputs);
  destroyAll(outputs);
  await Promise.all(closed);
}

/** Resolves once reading brings nothing more: on a busy machine a timer may end before what lay in the pipes was read. */
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
