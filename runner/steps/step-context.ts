import type { Exit, RunningProgram } from "../arena/arena.ts";
import type { SocketSample } from "../linux/socket-sample.ts";
import type { Launchable } from "../model/prepared-program.ts";
import type { Failure } from "../model/result.ts";
import type { BlockedThread } from "../watch/look.ts";
import type { TcpListener } from "../wire/tcp-listener.ts";
import type { TcpPeer } from "../wire/tcp-peer.ts";
import type { Transcript } from "../wire/transcript.ts";
import type { UdpPeer } from "../wire/udp-peer.ts";
import type { PayloadSource } from "./support/payload.ts";

/** Why a wait ended without the event it waited for. */
export interface GaveUp {
  /**
   * stuck: no thread of the program can ever go on; late: it waits for a time beyond the limit; gone: it has ended;
   * computes: it used up its processor time; idle: it did nothing of use for the whole limit; undecided: the machine
   * did not let it run enough to tell.
   */
  why: "stuck" | "late" | "gone" | "computes" | "idle" | "undecided";
  /** Where its threads were blocked. */
  blocked: readonly BlockedThread[];
  waitedMs: number;
}

export type Waited<T> = { value: T } | { gaveUp: GaveUp };

export interface WaitOptions {
  /** How long the program may idle before the wait is given up. @default the test's limit */
  idleMs?: number;
  /** How much processor time the program may use meanwhile before it is taken to compute for ever. @default the test's limit */
  processorMs?: number;
  /** How often the condition is looked at when no event announces it. */
  pollMs?: number;
  /** How many bytes have gone through by now: each 256 KiB begin the wait anew, for a program may take them one by one. */
  passedBytes?: () => number;
}

/** What went wrong in a step; the player adds which step it was. */
export type StepFailure = Omit<Failure, "step" | "did"> & {
  gaveUp?: GaveUp;
};

/** How a program is to be started. */
export interface StartOptions {
  role: string;
  /** given: in whatever way the program takes a port; as-asked: as the lab asks for it; none; an invalid text; or the same port once more. */
  port: "given" | "as-asked" | "none" | { invalid: string } | { same: number };
  stdin: "open" | "closed" | "terminal";
  stdout: "pipe" | "closed";
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
  /** The relays that stand between it and a client. */
  relays: { discard(): Promise<void> }[];
  /** The sockets of its transport, or of another, on which it serves: TCP listening, or UDP bound without a peer. */
  serving(transport?: "tcp" | "udp"): SocketSample[];
}

/** What the steps of one test may see and do. */
export interface StepContext extends PayloadSource {
  readonly transcript: Transcript;
  readonly peers: Map<string, TcpPeer | UdpPeer>;
  /** Peers that are there as soon as a program has connected: steps that name one wait for it. */
  readonly promised: Set<string>;
  readonly listeners: Map<string, TcpListener>;
  readonly launched: ReadonlyMap<string, LaunchedProgram>;
  /** Launches a program; whether it gets ready is the caller's to await. */
  start(options: StartOptions): Promise<LaunchedProgram | StepFailure>;
  /** Whether the program of a role listens, dials or does neither. */
  kind(role: string): "server" | "client" | "program";
  /** Transport of a role: what `connect` and `listen` open for it. */
  transport(role: string): "tcp" | "udp";
  /** A socket on a narrow line to that address, to connect with; its descriptor. */
  narrowSocket(address: string): number;
  /** The role that a step means when it names none. */
  readonly role: string;
  /** The port that the program of the role is told, or has in its source. */
  portOf(role: string): Promise<number>;
  /** A port that nobody uses. */
  freePort(): Promise<number>;
  /** Addresses (IP literals) on which the grader listens for a client under test. */
  readonly listenAddresses: readonly string[];
  /**
   * The same for datagrams. What a socket bound to every address answers comes from 127.0.0.1, whichever address was asked, and a
   * client that looks at where answers come from would not take it: where a client dials another one, that one is bound itself.
   */
  readonly datagramAddresses: readonly string[];
  /** Waits for a condition for as long as it can still come true. */
  until<T>(condition: () => T | undefined, options?: WaitOptions): Promise<Waited<T>>;
  /** Waits in the same way for something that the grader itself has begun. */
  settled<T>(promise: Promise<T>, options?: WaitOptions): Promise<Waited<T>>;
  /** Does something that takes time; meanwhile nobody can be proven to wait in vain. */
  during<T>(work: Promise<T>): Promise<T>;
  /** Every socket of the network, the grader's own among them. */
  sockets(): SocketSample[];
  /** Whether a program was last seen connected, or connecting, to an address beyond this machine. */
  readonly reachesOut: boolean;
  /** Whether programs can have networks of their own. */
  readonly hasNetworks: boolean;
  /** Programs started and sockets opened from now on are in a network of their own; what is open stays where it is. */
  addNetwork(): void;
  /** Takes the port as an unreachable machine would: attempts to connect stay without an answer. */
  listenDeaf(port: number): Promise<void>;
  /** Plays further steps, one after another; the first failure ends them. */
  play(steps: readonly unknown[]): Promise<StepFailure | null>;
  /** Plays several lists of steps at once; resolves with the first failure, in the order of the lists. */
  runTogether(branches: readonly (readonly unknown[])[]): Promise<StepFailure | null>;
  /** A mark that steps set and read, such as a count of descriptors. */
  readonly notes: Map<string, number>;
  /** What `{name}` stands for in the steps to come: draws, and what named groups of patterns have matched. */
  readonly values: Map<string, string>;
}
