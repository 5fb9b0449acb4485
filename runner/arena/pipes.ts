import { once } from "node:events";
import { closeSync, fchownSync } from "node:fs";
import { Socket } from "node:net";
import type { LaunchOptions } from "./arena.ts";
import { pipe } from "./native.ts";

/** The three standard streams of a program, as real pipes: /dev/stdin and the like do not open on the sockets Node makes. */
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
  const [inputRead, inputWrite] = pipe();
  const [outputRead, outputWrite] = pipe();
  const [errorRead, errorWrite] = pipe();
  const child = [inputRead, outputWrite, errorWrite] as const;
  if (options.owner !== null) for (const descriptor of child) fchownSync(descriptor, options.owner, options.owner);
  const input = new Socket({ fd: inputWrite, readable: false, writable: true });
  // A program that does not read its input, or has ended, is no fault of anybody's.
  input.on("error", () => {});
  if (options.stdin === "closed") input.destroy();
  const outputs = readOutputs({ stdout: outputRead, stderr: errorRead }, options);
  return {
    child,
    closeChildEnds: () => child.forEach(closeSync),
    write: (bytes) => void (input.writable && input.write(bytes)),
    endInput: () => input.end(),
    cut: () => destroyAll([input, ...outputs]),
    drained: (graceMs) => drain(input, outputs, graceMs),
  };
}

function readOutputs(ends: Record<"stdout" | "stderr", number>, { onOutput, limits, onFlood }: Options): Socket[] {
  let left = limits.outputBytes;
  return (["stdout", "stderr"] as const).map((stream) => {
    const socket = new Socket({ fd: ends[stream], readable: true, writable: false });
    socket.on("error", () => {});
    socket.on("data", (bytes) => {
      const flooded = bytes.length > left;
      const delivered = flooded ? bytes.subarray(0, left) : bytes;
      left -= delivered.length;
      if (delivered.length > 0) onOutput(stream, delivered);
      if (flooded) onFlood();
    });
    return socket;
  });
}

async function drain(input: Socket, outputs: readonly Socket[], graceMs: number): Promise<void> {
  input.destroy();
  const timer = setTimeout(destroyAll, graceMs, outputs);
  await Promise.all(outputs.filter((output) => !output.closed).map((output) => once(output, "close")));
  clearTimeout(timer);
}

function destroyAll(sockets: readonly Socket[]): void {
  for (const socket of sockets) socket.destroy();
}
