import type { PortObstacle } from "../arena/arena.ts";
import type { Exit, RunningProgram } from "../arena/running-program.ts";
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
   * stuck: no thread of the program can ever go on; late: the program sleeps until after the limit; gone: it has ended; computes: it
   * used up its CPU time; idle: it idled for the whole limit; undecided: the machine did not let it run enough to tell.
   */
  why: "stuck" | "late" | "gone" | "computes" | "idle" | "undecided";
  /** Where its threads were blocked. */
  blocked: readonly BlockedThread[];
  /** How long was waited; if the program computed, the CPU time that it used meanwhile. */
  waitedMs: number;
  /** The limit of this wait: how long the program was allowed to idle. */
  limitMs: number;
}

export type Waited<T> = { value: T } | { gaveUp: GaveUp };

export interface WaitOptions {
  /** How long the program may idle before the wait is given up. @default the test's limit */
  idleMs?: number;
  /** How much CPU time the program may use before the wait is given up. @default the test's limit */
  processorMs?: number;
  /**
   * Whether nothing should come: if programs are not watched, the wait then takes no longer than `idleMs`, however slow the machine is,
   * because a program that has a timer is right to send something later.
   */
  isForSilence?: true;
  /** How often the condition is checked, in milliseconds, if no event of the transcript announces it. */
  pollMs?: number;
  /** How many bytes have passed so far: after each 256 KiB the time limits start again, because a program may read byte by byte. */
  passedBytes?: () => number;
}

/** What went wrong in a step, and why waiting was given up; `playSteps` adds which step it was. */
export type StepFailure = PlainFailure & {
  gaveUp?: GaveUp;
};

/** How a program is to be started. */
export interface StartOptions {
  role: string;
  /** given: in the way in which the program takes a port; as-asked: in the way the lab asks for; none; a text that is not a port; or a given port. */
  port: "given" | "as-asked" | "none" | { invalid: string } | { same: number };
  stdin: "open" | "closed" | "terminal";
  stdout: "pipe" | "closed" | "reader-gone";
  /** Its arguments, without those of the port. */
  words?: readonly string[];
  /** Variables of its environment. */
  env?: Readonly<Record<string, string>>;
  /** Its name in the test, if one program is started several times. @default its role */
  as?: string;
}

/** A launched program, with what the test knows about it. */
export interface LaunchedProgram {
  /** Its name in the test: its role, unless `as` gave it another. */
  role: string;
  /** Its role in the lab. */
  of: string;
  /** Name of the language it is written in. */
  language: string;
  /** Socket options that its language cannot set. */
  cannotSet: Launchable["cannotSet"];
  /** Whether its output stays in its buffers, so that it cannot be seen before the program ends. */
  holdsOutput: boolean;
  /** Whether it can read the keyboard only from a terminal; then it is given one. */
  needsTerminal: boolean;
  program: RunningProgram;
  /** Its arguments, without those of the port. */
  words: readonly string[];
  /** How many bytes it had printed on each stream when it was asked at the keyboard; null if it was not. */
  promptBytes: { stdout: number; stderr: number } | null;
  /** The port that it was given; null if it was given none. */
  givenPort: number | null;
  /** The port on which it listened when it got ready. */
  listenedOn: number | null;
  /** Whether its lab expects it to look up names. */
  looksUpNames: boolean;
  /** Whether its port is written in its source, although the lab asks for another way. */
  portIsFixed: boolean;
  /** Everything it printed so far, per stream. */
  output: { stdout: Buffer[]; stderr: Buffer[] };
  /** How many bytes of each stream no longer count for `expect-output`. */
  used: { stdout: number; stderr: number };
  exit(): Exit | null;
  /** From now on passes what it prints to the listener instead of `output`. */
  divert(listener: (bytes: Buffer) => void): void;
  /** The relays that stand between it and a client. */
  relays: { discard(): Promise<void> }[];
  /** The sockets on which it serves: TCP listening, or UDP bound without a peer. @param transport its own by default */
  serving(transport?: "tcp" | "udp"): SocketSample[];
}

/** Waiting for what a program does. */
export interface Waiting {
  /** Waits for a condition for as long as it can still come true. */
  until<T>(condition: () => T | undefined, options?: WaitOptions): Promise<Waited<T>>;
  /** Waits in the same way for a promise of the grader. */
  settled<T>(promise: Promise<T>, options?: WaitOptions): Promise<Waited<T>>;
  /** Waits for work of the grader: until it is done, no wait is given up because nothing can happen. */
  during<T>(work: Promise<T>): Promise<T>;
  /** Lets time pass. */
  pause(ms: number): Promise<void>;
  /**
   * Waits until the programs have read what was sent to them and rest; false if that cannot be seen, for example while other steps
   * are played at the same time.
   */
  rest(): Promise<boolean>;
}

/** The endpoints of the grader, by name, and the transcript. */
export interface Peers {
  readonly transcript: Transcript;
  readonly peers: Map<string, TcpPeer | UdpPeer>;
  /** Names of peers that will exist when a program has connected: a step that uses one waits for it. */
  readonly promised: Set<string>;
  /** Names of peers that this machine cannot have: a step that must have one cannot be played. */
  readonly absent: Set<string>;
  readonly listeners: Map<string, TcpListener>;
}

/** The programs of a test. */
export interface Programs {
  readonly launched: ReadonlyMap<string, LaunchedProgram>;
  /** The role of the program under test, which a step uses if it names none. */
  readonly role: string;
  /** Launches a program. The caller waits until it is ready. */
  start(options: StartOptions): Promise<LaunchedProgram | StepFailure>;
  /** Whether the program of a role listens, dials or does neither. */
  kind(role: string): "server" | "client" | "program";
  /** The transport over which the program of a role serves or connects. */
  transport(role: string): "tcp" | "udp";
  /** The port that the program of the role is given, or has in its source. */
  portOf(role: string): Promise<number>;
  /** The port that the program of the role uses when it is given none; undefined if that is not known. */
  defaultPortOf(role: string): number | undefined;
  /** The path in its working folder of the AF_UNIX socket that the role has instead of a port; null if it has a port. */
  pathOf(role: string): string | null;
  /** Where to bind an AF_UNIX socket that programs started from now on find at that path in their working folder. */
  socketFor(path: string): string;
  /** The certificates of this test, for TLS with its programs. */
  certificates(): Promise<TestCertificates>;
  /** A port that is not in use. */
  freePort(): Promise<number>;
}

/** The network of a test. */
export interface TestNetwork {
  /** The descriptor of a new socket with small segments and a small buffer, to connect to that address. */
  narrowSocket(address: string): number;
  /** Addresses (IP literals) on which the grader listens for a client under test. */
  readonly listenAddresses: readonly string[];
  /**
   * The same for datagrams. A socket that is bound to every address answers from 127.0.0.1, and a client that called another address and
   * checks the sender would drop the answer: so a socket is bound to that address.
   */
  readonly datagramAddresses: readonly string[];
  /** Every socket of the network, including the grader's own. */
  sockets(): SocketSample[];
  /** Whether a program was last seen connected, or connecting, to an address beyond this machine. */
  readonly reachesOut: boolean;
  /** Whether programs can have networks of their own. */
  readonly hasNetworks: boolean;
  /** Whether the names that programs look up are the lab's, and not those of this machine. */
  readonly hasOwnNames: boolean;
  /** Whether those are network namespaces of the kernel, in which open sockets stay when a new one is entered. */
  readonly hasNamespaces: boolean;
  /** Why a program of this test cannot listen on the port, which is not its fault; null if it can. */
  obstacle(port: number): PortObstacle | null;
  /** From now on programs are started, and sockets opened, in a new network; open sockets stay in the old one. */
  addNetwork(): void;
  /** Listens on the port without answering, as if the machine were unreachable. */
  listenDeaf(port: number): Promise<void>;
}

/** Playing the steps within a step. */
export interface Player {
  /** Plays steps one after another, until one fails. */
  play(steps: WrittenSteps): Promise<StepFailure | null>;
  /** Plays steps without waiting between them until the programs rest. */
  hurry<T>(play: () => Promise<T>): Promise<T>;
  /** Plays several lists of steps at the same time; resolves with the first failure, in the order of the lists. */
  runTogether(branches: readonly WrittenSteps[]): Promise<StepFailure | null>;
}

/** Data of steps for later ones. */
export interface Notebook {
  /** Numbers that steps keep for later ones, such as a count of descriptors. */
  readonly notes: Map<string, number>;
  /** How the server answered in each `learn` step so far. */
  readonly learnt: Manner[];
  /** The values of `{name}` in later steps: draws, and what named groups of patterns have matched. */
  readonly values: Map<string, string>;
}

/** What steps can see and do in the run of a test; most steps need only a part of it. */
export interface StepContext extends Waiting, Peers, Programs, TestNetwork, Player, Notebook, PayloadSource {}
