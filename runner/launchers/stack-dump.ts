/** One call of a thread's stack, as its runtime prints it. */
export interface Frame {
  /** The file as the runtime names it: a path, or only a name. */
  path: string;
  line: number;
  /** The function: `recv`, `java.net.ServerSocket.accept`, `main.serve`. */
  name: string;
}

/** How the runtime of a language prints the stacks of a process's threads. */
export interface StackDump {
  /** The signal that makes it print them, and that may end the process. */
  signal: "SIGABRT" | "SIGQUIT";
  /** Whether the dump of a process that goes on afterwards is complete. */
  isWhole(dump: string): boolean;
  /** Each thread's calls, innermost first. */
  threads(dump: string): Frame[][];
}

/** A debugger on the machine that prints the stacks of a process without a runtime that can. */
export interface StackTool {
  /** Name of its executable. */
  command: string;
  /** The Debian package that contains it. */
  package: string;
  /** Its arguments; `{pid}` is replaced by the process. */
  argv: readonly string[];
  /** Each thread's calls, innermost first. */
  threads(said: string): Frame[][];
}

/** The calls in one thread's part of a dump, in its order. */
export function framesIn(part: string, pattern: RegExp): Frame[] {
  return [...part.matchAll(pattern)].map(({ groups }) => ({
    path: groups?.path ?? "",
    line: Number(groups?.line),
    name: groups?.name ?? "",
  }));
}
