import type { Launchable } from "../model/prepared-program.ts";
import type { Text } from "../model/text.ts";
import type { ErrorMeaning } from "./error-meaning.ts";
import type { OutputSigns } from "./output-signs.ts";
import type { Runtime } from "./runtime.ts";
import type { SourceSigns } from "./source-signs.ts";
import type { StackDump, StackTool } from "./stack-dump.ts";

/** The files of one hand-in, as a launcher sees them: pure data, nothing is run. */
export interface SourceTree {
  /** The program's own file, relative to the root of the hand-in, with forward slashes. */
  entry: string;
  /** Every file of the hand-in, relative, junk left out. */
  files: readonly string[];
  /** Text of a file of the hand-in, byte-order mark and CR removed. */
  read(file: string): string;
  /** What the program is to be, where one file holds several. @default nothing is known */
  kind?: "server" | "client" | "program";
  /** Folder with the libraries that the course has had installed for the language. @default it has none */
  libraryFolder?: string;
}

/** How the libraries that a course lets its students use are installed, once, and how programs find them. */
export interface LibrarySetup {
  /** What a lab calls the language under `setup`. */
  language: string;
  /** Files that say what to install; all of them must be in the course's folder. */
  manifests: readonly string[];
  /** Programs of the machine that install. */
  tools: Readonly<Record<string, Tool>>;
  /** Commands that install into a copy of the course's folder, which is their working folder; the network is there for them alone. */
  install: readonly Command[];
  /** A path in the folder whose being there means that nothing needs to be installed. @default there is none */
  vendored?: string;
  /** Where a library lies in the folder once it is installed. @default the language's own command tells what is missing */
  placeOf?(library: string): string;
  /** A folder of libraries that programs find by a link beside their own files. */
  link?: string;
  /** A folder of libraries that programs find by a variable, which lists folders. */
  path?: { variable: string; folder: string };
  /** Files of the hand-in that name other versions of the libraries than the course's, and would keep those from being used. */
  replaces?: readonly string[];
  /** A line of what the tool says where the course's libraries are not of the versions asked for; its group is worth quoting. */
  otherVersions?: RegExp;
}

/** A program of the machine that a launcher needs. */
export interface Tool {
  /** Names of executables that will do, best first: ["python3", "python"]. */
  names: readonly string[];
  /** The Debian package that brings it, for the message when it is missing. */
  package: string;
  /** Arguments after which it prints its version. @default ["--version"]; null where it cannot print one */
  version?: readonly string[] | null;
  /**
   * A command that prints the folder of the installation whose `bin` holds the real executable: what is on PATH may be
   * the shim of a version manager, slow and useless inside a sandbox. Without `tool` it is this tool itself that is asked.
   */
  locate?: {
    tool?: string;
    argv: readonly string[];
    /** What goes before `argv` where it is an executable of that name that is asked. */
    before?: Readonly<Record<string, readonly string[]>>;
  };
  /** An executable that serves where PATH has none of that name. */
  otherwise?: string;
  /** Path of an executable in an npm package that wirecheck depends on; PATH is not searched then. */
  bundled?: { package: string; path: string };
  /** How to fill, once a machine, a folder of which the tool makes use; it is read-only ever after. */
  cache?: {
    /** Environment variable that tells `argv` where the folder is. */
    variable: string;
    /** Arguments of the tool that fill the folder. */
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
  /** Endings of the files that it can start, in small letters, with the dot. */
  extensions: readonly string[];
  tools: Readonly<Record<string, Tool>>;
  /** Whether this launcher takes the file, where its name alone does not say (`#!` lines, Makefile, executables). */
  recognises?(file: string, tree: SourceTree): boolean;
  /** The entry, first, and the files of the hand-in that make one program with it. @default the entry alone */
  sources?(tree: SourceTree): string[];
  /** Libraries that the program needs, declares and was not handed in with. @default none are looked for */
  libraries?(tree: SourceTree): string[];
  /** Command that prints those of the libraries, put behind it, that the machine lacks, one a line. @default it lacks all */
  missingLibraries?: Command;
  /** How a course has libraries installed for the language. @default it cannot */
  setup?: LibrarySetup;
  /** From the hand-in's files to command lines: pure. */
  plan(tree: SourceTree): LaunchPlan;
  /** The command with which a student runs the program in a terminal: `python3 server.py`, `./server`. */
  typed(tree: SourceTree): string;
  /** What its source files show without being run. */
  source: SourceSigns;
  /** The threads of its runtime. @default all threads of a process are the program's own */
  runtime?: Runtime;
  /** How a running process is asked where its threads are. @default it cannot be asked */
  stackDump?: StackDump;
  /** A debugger that says so for programs without a runtime, where the machine has it. @default none is asked */
  stackTool?: StackTool;
  /** What its errors mean in programs with sockets; the first that fits is told. @default nothing is known */
  errorMeanings?: readonly ErrorMeaning[];
  /** Whether nothing is built: it reads the whole source before it runs the first line. @default false */
  isInterpreted?: boolean;
  /** How its programs handle the error of one client, within a sentence: "try: and except OSError:". */
  handlesErrorBy?: Text;
  /** How its programs print that something went wrong. @default as C programs do, in the words of the C library */
  output?: OutputSigns;
  /**
   * What a program gets that a lab starts with its standard output closed. A runtime that itself opens descriptors 0 to 2
   * where they are missing gets it `closed`. In C the next socket would become descriptor 1 and get what is printed, so the
   * output goes `nowhere`; POSIX allows no program to be started without it (execve, rationale).
   */
  closedOutput: Launchable["closedOutput"];
  /** Whether a program reads the keyboard in a way that works at a terminal alone. @default false */
  needsTerminal?(tree: SourceTree): boolean;
  /** Whether its programs are written for POSIX systems (Linux, macOS) alone. @default false */
  needsPosix?: true;
  /** Socket options that its standard library cannot set. @default none */
  cannotSet?: Launchable["cannotSet"];
  /** What its tools leave beside the sources, by name: no part of a hand-in. @default nothing */
  leftovers?: Leftovers;
  /** Whether the program in this folder needs the folder's own name, as the modules of a Python package do. @default false */
  needsFolder?(tree: SourceTree): boolean;
  /** Numbers of the lines that are written for an older version of the language, which cannot be run. @default none */
  oldLines?(source: string): number[];
}

/** Names of folders and endings of files that tools make. */
export interface Leftovers {
  folders?: readonly string[];
  endings?: readonly string[];
}
