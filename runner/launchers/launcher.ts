import type { Launchable } from "../model/prepared-program.ts";
import type { Text } from "../model/text.ts";
import type { ErrorMeaning } from "./error-meaning.ts";
import type { OutputSigns } from "./output-signs.ts";
import type { Runtime } from "./runtime.ts";
import type { SourceSigns } from "./source-signs.ts";
import type { StackDebugger, StackDump, StackTool } from "./stack-dump.ts";

/** The files of one hand-in, as a launcher sees them: pure data, nothing is run. */
export interface SourceTree {
  /** The program's own file, relative to the root of the hand-in, with forward slashes. */
  entry: string;
  /** Every file of the hand-in, relative to its root, without junk. */
  files: readonly string[];
  /** Text of a file of the hand-in, without byte-order mark and CR. */
  read(file: string): string;
  /** The kind of program that is wanted, if one file has several. @default not known */
  kind?: "server" | "client" | "program";
  /** Folder with the libraries that the course has installed for the language. @default none */
  libraryFolder?: string;
}

/** How the libraries of a course are installed, once, and how programs find them. */
export interface LibrarySetup {
  /** Name of the language under `setup` of a lab. */
  language: string;
  /** Files that list what to install; all of them must be in the course's folder. */
  manifests: readonly string[];
  /** Programs of the machine that install. */
  tools: Readonly<Record<string, Tool>>;
  /** Commands that install into a copy of the course's folder, which is their working folder; only they can use the network. */
  install: readonly Command[];
  /** A path in the folder; if it exists, nothing needs to be installed. @default none */
  vendored?: string;
  /** The path of an installed library in the folder. @default the language's own command reports what is missing */
  placeOf?(library: string): string;
  /** A folder of libraries that programs find by a link next to their own files. */
  link?: string;
  /** A folder of libraries that programs find by an environment variable with a list of folders. */
  path?: { variable: string; folder: string };
  /** Files of the hand-in that may require other versions of the libraries than the course's, and are therefore removed. */
  replaces?: readonly string[];
  /** A line of the tool's output if the course's libraries have other versions than required; its group is quoted. */
  otherVersions?: RegExp;
}

/** A program that a launcher needs on the machine. */
export interface Tool {
  /** Names of possible executables, best first: ["python3", "python"]. */
  names: readonly string[];
  /** The Debian package that contains it, for the message if it is missing. */
  package: string;
  /** Arguments with which it prints its version; null: it cannot. @default ["--version"] */
  version?: readonly string[] | null;
  /**
   * A command that prints the folder of the installation whose `bin` holds the real executable: what is on PATH may be
   * the shim of a version manager, slow and useless inside a sandbox. Without `tool`, this tool itself runs it.
   */
  locate?: {
    tool?: string;
    argv: readonly string[];
    /** Arguments before `argv` if an executable with that name runs it. */
    before?: Readonly<Record<string, readonly string[]>>;
  };
  /** An executable for when PATH has none of these names. */
  otherwise?: string;
  /** Path of an executable in an npm package that wirecheck depends on; PATH is not searched then. */
  bundled?: { package: string; path: string };
  /** How to fill, once a machine, a folder that the tool uses and that is read-only afterwards. */
  cache?: {
    /** Environment variable with the path of the folder, for `argv`. */
    variable: string;
    /** Arguments of the tool that fill the folder. */
    argv: readonly string[];
    env: Readonly<Record<string, string>>;
    /** Path in the folder of an executable to be started instead of the tool. @default the tool itself */
    executable?: string;
  };
}

/**
 * One command line. In arguments and variables, `{build}` is the folder of build products and `{cache}` the
 * tool's filled cache.
 */
export interface Command {
  /** Key into the launcher's `tools`; null if `argv[0]` is a product of the build or a file of the hand-in. */
  tool: string | null;
  /** Arguments after the tool; the working directory is the root of the hand-in. */
  argv: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** Variables for when the output goes to a pipe, so that it is not buffered there; not set at a terminal. */
  pipedEnv?: Readonly<Record<string, string>>;
}

/** How a program is built (once per hand-in) and run (once per test). */
export interface LaunchPlan {
  /** Run one after another, each in a new, writable copy of the hand-in; only files in `{build}` are kept. */
  build: readonly Command[];
  run: Command;
}

/** All that wirecheck knows about one language. */
export interface Launcher {
  /** Name in texts: Python, C++. */
  title: string;
  /** Endings of the files that it can start, in lower case, with the dot. */
  extensions: readonly string[];
  tools: Readonly<Record<string, Tool>>;
  /** Whether this launcher accepts the file, if its name alone does not decide (`#!` lines, Makefile, executables). */
  recognises?(file: string, tree: SourceTree): boolean;
  /** The entry, first, and the files of the hand-in that belong to the same program. @default only the entry */
  sources?(tree: SourceTree): string[];
  /** Libraries that the program needs and declares, and that were not handed in. @default not searched for */
  libraries?(tree: SourceTree): string[];
  /** Command that prints which of the libraries in its arguments the machine does not have, one a line. @default all are missing */
  missingLibraries?: Command;
  /** How libraries of a course are installed for the language. @default not possible */
  setup?: LibrarySetup;
  /** The command lines for the hand-in's files; a pure function. */
  plan(tree: SourceTree): LaunchPlan;
  /**
   * Files of a small program, its entry first, that every toolchain in order builds: if it cannot be built, a build that fails is the
   * machine's fault. Compilers are often installed without the headers of the C library. @default a failed build is the program's fault
   */
  trial?: Readonly<Record<string, string>>;
  /** The command with which a student runs the program in a terminal: `python3 server.py`, `./server`. */
  typed(tree: SourceTree): string;
  /** What its source files show without being run. */
  source: SourceSigns;
  /** The threads of its runtime. @default all threads of a process are the program's own */
  runtime?: Runtime;
  /** How a running process prints the stacks of its threads. @default it cannot */
  stackDump?: StackDump;
  /** The debugger of its runtime, for programs that compute: it does not answer while they wait. @default none */
  stackDebugger?: StackDebugger;
  /** A debugger that prints the stacks for programs without a runtime, if the machine has it. @default none */
  stackTool?: StackTool;
  /** What its errors mean in programs with sockets; the first that fits is used. @default none */
  errorMeanings?: readonly ErrorMeaning[];
  /** What a loop that never ends shows about the language. @default what it shows in every language */
  endlessLoop?: Record<"name" | "idea" | "look", Text>;
  /** Whether there is no build step, and the whole source is read before its first line runs. @default false */
  isInterpreted?: boolean;
  /** How its programs handle the error of one client, within a sentence: "try: and except OSError:". */
  handlesErrorBy?: Text;
  /** How its programs print errors. @default as C programs do, worded as in the C library */
  output?: OutputSigns;
  /**
   * The standard output of a program that a lab starts with it closed. A runtime that itself opens descriptors 0 to 2
   * if they are closed gets it `closed`. In C the next socket would become descriptor 1 and get the output, so the
   * output goes `nowhere`; POSIX does not allow to start a program without it (execve, rationale).
   */
  closedOutput: Launchable["closedOutput"];
  /** Whether a program reads the keyboard in a way that works only at a terminal. @default false */
  needsTerminal?(tree: SourceTree): boolean;
  /** Whether its programs are written only for POSIX systems (Linux, macOS). @default false */
  needsPosix?: true;
  /** Socket options that its standard library cannot set. @default none */
  cannotSet?: Launchable["cannotSet"];
  /** Files and folders that its tools make next to the sources, which are not part of a hand-in. @default none */
  leftovers?: Leftovers;
  /** Whether the program in this folder needs the folder's name, as the modules of a Python package do. @default false */
  needsFolder?(tree: SourceTree): boolean;
  /** Numbers of the lines that are written for an older version of the language, which cannot be run. @default none */
  oldLines?(source: string): number[];
}

/** Names of folders and endings of files that tools make. */
export interface Leftovers {
  folders?: readonly string[];
  endings?: readonly string[];
}
