/** The files of one hand-in, as a launcher sees them: pure data, nothing is run. */
export interface SourceTree {
  /** The program's own file, relative to the root of the hand-in, with forward slashes. */
  entry: string;
  /** Every file of the hand-in, relative, junk left out. */
  files: readonly string[];
  /** Text of a file of the hand-in, byte-order mark and CR removed. */
  read(file: string): string;
}

/** A program of the machine that a launcher needs. */
export interface Tool {
  /** Executables that serve, best first: ["python3", "python"]. */
  names: readonly string[];
  /** The Debian package that brings it, for the message when it is missing. */
  package: string;
  /** Arguments after which it prints its version. @default ["--version"]; null where it has none to tell */
  version?: readonly string[] | null;
  /**
   * A command that prints the folder of the installation whose `bin` holds the real executable: what is on PATH may be
   * the shim of a version manager, slow and useless inside a sandbox. Without `tool` it is this tool itself that is asked.
   */
  locate?: { tool?: string; argv: readonly string[] };
  /** Path within the npm package of that name of an executable that wirecheck brings along; PATH is not searched then. */
  bundled?: { package: string; path: string };
  /** How to fill, once a machine, a folder of which the tool makes use; it is read-only ever after. */
  cache?: {
    /** Tells `argv`, arguments of the tool, where the folder is. */
    variable: string;
    argv: readonly string[];
    env: Readonly<Record<string, string>>;
    /** Path in the folder of an executable to be started in place of the tool. @default the tool itself */
    executable?: string;
  };
}

/**
 * One command line. In arguments and variables `{build}` stands for the folder of build products and `{cache}` for the
 * tool's filled cache.
 */
export interface Command {
  /** Key into the launcher's `tools`, or null when `argv[0]` is a product of the build or a file of the hand-in. */
  tool: string | null;
  /** Arguments after the tool; the working directory is the root of the hand-in. */
  argv: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** Variables where the output goes into a pipe, so that it is not held back there; a terminal shows the program as it is. */
  pipedEnv?: Readonly<Record<string, string>>;
}

/** How a program is built (once per hand-in) and run (once per test). */
export interface LaunchPlan {
  /** In turn; each in a fresh, writable copy of the hand-in, so that only what lands in `{build}` is kept. */
  build: readonly Command[];
  run: Command;
}

/** Everything wirecheck knows about one language. */
export interface Launcher {
  /** Name as people write it: Python, C++. */
  title: string;
  /** What a student types in front of the file to run it. @default nothing: the program is what the compiler made */
  byHand?: string;
  /** The whole of what a student types. @default `byHand` and the file */
  typed?(tree: SourceTree): string;
  /** Endings of its source files, in small letters, with the dot. */
  extensions: readonly string[];
  tools: Readonly<Record<string, Tool>>;
  /** Whether this launcher takes the file, where its name alone does not say (`#!` lines, Makefile, executables). */
  recognises?(file: string, tree: SourceTree): boolean;
  /** The entry, first, and the files of the hand-in that make one program with it. @default the entry alone */
  sources?(tree: SourceTree): string[];
  /** From the hand-in's files to command lines: pure. */
  plan(tree: SourceTree): LaunchPlan;
}
