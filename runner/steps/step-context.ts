import type { Exit, PortObstacle, RunningProgram } from "../arena/arena.ts";
import type { SocketSample } from "../linux/socket-sample.ts";
import type { PlainFailure } from "../model/failure.ts";
import type { Launchable } from "../model/prepared-program.ts";
import type { BlockedThread } from "../watch/look.ts";
import type { TestCertificates } from "../wire/certificates.ts";
import type { TcpListener } from "../wire/tcp-listener.ts";
import type { TcpPeer } from "../wire/tcp-peer.ts";
import type { Transcript } from "../wire/transcript.ts";
import type { UdpPeer } from "../wire/udp-peer.ts";
import type { Manner } from "./support/manner.ts";
import type { PayloadSource } from "./support/payload.ts";

/** A list of steps, each as a lab writes it: a map of its name to its arguments. */
export type WrittenSteps = readonly Readonly<Record<string, unknown>>[];

/** Why a wait ended without the event it waited for. */
export interface GaveUp {
  /**
   * stuck: no thread of the program can ever go on; late: it waits for a time beyond the limit; gone: it has ended;
   * computes: it used up its CPU time; idle: it did nothing of use for the whole limit; undecided: the machine
   * did not let it run enough to tell.
   */
  why: "stuck" | "late" | "gone" | "computes" | "idle" | "undecided";
  /** Where its threads were blocked. */
  blocked: readonly BlockedThread[];
  waitedMs: number;
  /** For how long the program might have idled. */
  limitMs: number;
}

export type Waited<T> = { value: T } | { gaveUp: GaveUp };

export interface WaitOptions {
  /** How long the program may idle before the wait is given up. @default the test's limit */
  idleMs?: number;
  /** How much CPU time the program may use meanwhile before it is taken to compute for ever. @default the test's limit */
  processorMs?: number;
  /** How often the condition is looked at when no event announces it. */
  pollMs?: number;
  /** How many bytes have gone through by now: each 256 KiB begin the wait anew, for a program may take them one by one. */
  passedBytes?: () => number;
}

/** What went wrong in a step; the player adds which step it was. */
export type StepFailure = PlainFailure & {
  gaveUp?: GaveUp;
};

/** How a program is to be started. */
export interface StartOptions {
  role: string;
  /** given: in whatever way the program takes a port; as-asked: as the lab asks for it; none; an invalid text; or the same port once more. */
  port: "given" | "as-asked" | "none" | { invalid: string } | { same: number };
  stdin: "open" | "closed" | "terminal";
  stdout: "pipe" | "closed" | "reader-gone";
  /** Arguments beside those of the port. */
  words?: readonly string[];
  /** Variables of its environment. */
  env?: Readonly<Record<string, string>>;
  /** Its name in the test, where one program is started several times. @default its role */
  as?: string;
}

/** A launched program, with what the test knows about it. */
export interface LaunchedProgram {
  /** Its name in the test: its role, unless it was started under another. */
  role: string;
  /** Its role in the lab. */
  of: string;
  /** Name of the language it is written in. */
  language: string;
  /** Socket options that its language cannot set. */
  cannotSet: Launchable["cannotSet"];
  /** Whether it holds back what it prints, so that nothing is known of it before it ends. */
  holdsOutput: boolean;
  /** Whether it reads the keyboard in a way that works at a terminal alone; then it has one. */
  needsTerminal: boolean;
  program: RunningProgram;
  /** Its arguments beside those of the port. */
  words: readonly string[];
  /** What it had printed when it was asked on the keyboard, in bytes of each stream; null when it was not. */
  promptBytes: { stdout: number; stderr: number } | null;
  /** The port it was told to use; null when it was told none. */
  givenPort: number | null;
  /** The port on which it was seen to listen when it got ready; it may listen no longer. */
  listenedOn: number | null;
  /** Whether its lab gives it names to look up. */
  looksUpNames: boolean;
  /** Whether it listens where its source says, whatever it is told. */
  portIsFixed: boolean;
  /** Everything it printed so far, per stream. */
  output: { stdout: Buffer[]; stderr: Buffer[] };
  /** How many bytes of each stream no longer count for `expect-output`. */
  used: { stdout: number; stderr: number };
  exit(): Exit | null;
  /** Gives what it prints from now on to somebody else: no output of its own any more. */
  divert(listener: (bytes: Buffer) => void): void;
  /** The relays that stand between it and a client. */
  relays: { discard(): Promise<void> }[];
  /** The sockets of its transport, or of another, on which it serves: TCP listening, or UDP bound without a peer. */
  serving(transport?: "tcp" | "udp"): SocketSample[];
}

/** Waiting for what a program does. */
export interface Waiting {
  /** Waits for a condition for as long as it can still come true. */
  until<T>(condition: () => T | undefined, options?: WaitOptions): Promise<Waited<T>>;
  /** Waits in the same way for something that the grader itself has begun. */
  settled<T>(promise: Promise<T>, options?: WaitOptions): Promise<Waited<T>>;
  /** Does something that takes time; meanwhile nobody can be proven to wait in vain. */
  during<T>(work: Promise<T>): Promise<T>;
  /** Lets time pass. */
  pause(ms: number): Promise<void>;
  /**
   * Waits until the programs have taken what was sent to them and rest; false where that could not be seen, as while something
   * else of the scenario goes on.
   */
  rest(): Promise<boolean>;
}

/** The endpoints that the grader plays, by name, and what was seen of them. */
export interface Peers {
  readonly transcript: Transcript;
  readonly peers: Map<string, TcpPeer | UdpPeer>;
  /** Peers that are there as soon as a program has connected: steps that name one wait for it. */
  readonly promised: Set<string>;
  readonly listeners: Map<string, TcpListener>;
}

/** The programs of a test. */
export interface Programs {
  readonly launched: ReadonlyMap<string, LaunchedProgram>;
  /** The role that a step means when it names none. */
  readonly role: string;
  /** Launches a program; whether it gets ready is the caller's to await. */
  start(options: StartOptions): Promise<LaunchedProgram | StepFailure>;
  /** Whether the program of a role listens, dials or does neither. */
  kind(role: string): "server" | "client" | "program";
  /** Transport of a role: what `connect` and `listen` open for it. */
  transport(role: string): "tcp" | "udp";
  /** The port that the program of the role is told, or has in its source. */
  portOf(role: string): Promise<number>;
  /** The AF_UNIX socket that the role has in the place of a port, as a path of its working folder; null where it has a port. */
  pathOf(role: string): string | null;
  /** Where to bind a socket of AF_UNIX that programs started from now on find at that path of their working folder. */
  socketFor(path: string): string;
  /** The certificates of this test, for TLS with its programs. */
  certificates(): Promise<TestCertificates>;
  /** A port that nobody uses. */
  freePort(): Promise<number>;
}

/** The network in which a test plays. */
export interface TestNetwork {
  /** A socket on a narrow line to that address, to connect with; its descriptor. */
  narrowSocket(address: string): number;
  /** Addresses (IP literals) on which the grader listens for a client under test. */
  readonly listenAddresses: readonly string[];
  /**
   * The same for datagrams. What a socket bound to every address answers comes from 127.0.0.1, whichever address was asked, and a
   * client that looks at where answers come from would not take it: where a client dials another one, that one is bound itself.
   */
  readonly datagramAddresses: readonly string[];
  /** Every socket of the network, the grader's own among them. */
  sockets(): SocketSample[];
  /** Whether a program was last seen connected, or connecting, to an address beyond this machine. */
  readonly reachesOut: boolean;
  /** Whether programs can have networks of their own. */
  readonly hasNetworks: boolean;
  /** Whether those are the kernel's own, in which sockets stay that are open. */
  readonly hasNamespaces: boolean;
  /** Why no program of this test can listen on the port, through no fault of its own; null where it can. */
  obstacle(port: number): PortObstacle | null;
  /** Programs started and sockets opened from now on are in a network of their own; what is open stays where it is. */
  addNetwork(): void;
  /** Takes the port as an unreachable machine would: attempts to connect stay without an answer. */
  listenDeaf(port: number): Promise<void>;
}

/** Playing steps that stand within a step. */
export interface Player {
  /** Plays further steps, one after another; the first failure ends them. */
  play(steps: WrittenSteps): Promise<StepFailure | null>;
  /** Plays something without waiting for the programs to rest in between. */
  hurry<T>(play: () => Promise<T>): Promise<T>;
  /** Plays several lists of steps at once; resolves with the first failure, in the order of the lists. */
  runTogether(branches: readonly WrittenSteps[]): Promise<StepFailure | null>;
}

/** What steps leave for later ones. */
export interface Notebook {
  /** Marks that steps set and read, such as a count of descriptors. */
  readonly notes: Map<string, number>;
  /** How the server answered when that was learnt, the last time last. */
  readonly learnt: Manner[];
  /** What `{name}` stands for in the steps to come: draws, and what named groups of patterns have matched. */
  readonly values: Map<string, string>;
}

/** The run on which the steps of one test play: what they may see and do. Most need a part of it. */
export interface StepContext extends Waiting, Peers, Programs, TestNetwork, Player, Notebook, PayloadSource {}
