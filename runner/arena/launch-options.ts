import type { RunningProgram } from "./running-program.ts";

/** What a program under test may use up, in one launch. */
export interface Limits {
  /** CPU seconds of one process (RLIMIT_CPU). */
  cpuSeconds: number;
  /** CPU seconds of all its processes together, ended ones included. @default no limit */
  allCpuSeconds?: number;
  /** Seconds for which all its processes may idle. @default no limit */
  idleSeconds?: number;
  /** Bytes of resident memory of all its processes together, and of its files in memory. */
  memoryBytes: number;
  /** Whether it may reserve more address space than that; only the memory that it uses is then limited. @default false */
  reservesMemory?: boolean;
  /** Processes and threads. */
  processes: number;
  /** Open descriptors of one process. */
  openFiles: number;
  /** Bytes of the largest file it may write. */
  fileBytes: number;
  /** Bytes that all its processes together may write to disks. */
  diskBytes: number;
  /** Bytes of output drained before its pipes are cut. */
  outputBytes: number;
}

/** The machine that a program sees; what is not given is as on a usual machine. */
export interface Machine {
  hostname?: string;
  /** Its IPv4 address next to loopback; an interface of the network that the program is in has it, if there is one. */
  address?: string;
  /** Names and their addresses in its /etc/hosts, in addition to localhost. */
  hosts?: Readonly<Record<string, string>>;
  /** The content of its /etc/services. */
  services?: readonly { name: string; port: number; protocol: "tcp" | "udp" }[];
  /** The port of the lab's name server at 127.0.0.1, which programs find at port 53; without one a look-up must fail at once. */
  nameServerPort?: number;
}

/** One launch of a program. */
export interface LaunchOptions {
  /** The name of the program in the transcript, usually its role. */
  name: string;
  /** Command line; `{home}` and `{build}` in it stand for the working directory and the folder of build products. */
  argv: readonly string[];
  /** Added to the environment every program has; `{home}` and `{build}` are replaced here too. */
  env: Readonly<Record<string, string>>;
  /** Folder on this machine whose contents become the program's own, writable working directory. */
  files: string;
  /** Files placed in it for this launch, by their paths there. @default none */
  placed?: Readonly<Record<string, Buffer>>;
  /** AF_UNIX sockets placed in it: their paths on this machine, by their paths there. @default none */
  sockets?: Readonly<Record<string, string>>;
  /** Paths in it whose files are kept when the program ends. @default none */
  kept?: readonly string[];
  /** Folder of build products, read-only except while building. */
  build?: { folder: string; writable: boolean };
  /** Further folders of this machine that the toolchain needs; they are visible read-only at the same path. */
  toolFolders: readonly string[];
  limits: Limits;
  /** The machine that it sees, where the arena can show it one. */
  machine?: Machine;
  /**
   * open: a pipe to which `type` writes; closed: a pipe at end of file from the start; terminal: standard input and output are a
   * terminal. @default "open"
   */
  stdin?: "open" | "closed" | "terminal";
  /**
   * pipe: read by the grader; closed: descriptor 1 is closed, as after `>&-`; nowhere: /dev/null; reader-gone: a pipe whose
   * read end is closed. @default "pipe"
   */
  stdout?: "pipe" | "closed" | "nowhere" | "reader-gone";
  /** A running copy of it whose user it gets, if possible: then two copies of a server may share a port (SO_REUSEPORT). */
  sharesUserWith?: RunningProgram | undefined;
  /** Whether its socket calls are traced, which slows it down. @default false */
  traceCalls?: boolean;
  /** Ports on which it may listen; used only if the system does not show where it listens. */
  likelyPorts?: readonly number[];
  onOutput(stream: "stdout" | "stderr", bytes: Buffer): void;
}
