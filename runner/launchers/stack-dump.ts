/** One call of a thread's stack, in the words of its runtime. */
export interface Frame {
  /** The file as the runtime names it: a path, or a name alone. */
  path: string;
  line: number;
  /** The function: `recv`, `java.net.ServerSocket.accept`, `main.serve`. */
  name: string;
}

/** How the runtime of a language is asked where the threads of a process are. */
export interface StackDump {
  /** What makes it print them; the process may end of it. */
  signal: "SIGABRT" | "SIGQUIT";
  /** Whether nothing more will follow from a process that goes on after its answer. */
  isWhole(dump: string): boolean;
  /** Each thread's calls, innermost first. */
  threads(dump: string): Frame[][];
}

/** A debugger of the machine that says where the threads of a process are, where no runtime can be asked. */
export interface StackTool {
  /** Name of its executable. */
  command: string;
  /** The Debian package that brings it. */
  package: string;
  /** Its arguments; `{pid}` stands for the process. */
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
