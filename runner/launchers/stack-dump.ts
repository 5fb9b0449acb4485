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

/** A debugger within the runtime of a language, which it starts at a signal and which is reached over a WebSocket. */
export interface StackDebugger {
  signal: "SIGUSR1";
  /** Where it listens on 127.0.0.1, from what the runtime prints at the signal; null if it has not printed that yet. */
  endpoint(said: string): { port: number; path: string } | null;
  /** The messages that make it stop the program, wherever that is computing. */
  requests: readonly string[];
  /** A reader of its messages, one by one: the calls of the thread that it stopped, innermost first; null for all other messages. */
  reader(): (message: string) => Frame[] | null;
}

/** The calls in one thread's part of a dump, in its order. */
export function framesIn(part: string, pattern: RegExp): Frame[] {
  return [...part.matchAll(pattern)].map(({ groups }) => ({
    path: groups?.path ?? "",
    line: Number(groups?.line),
    name: groups?.name ?? "",
  }));
}
