import type { Failure, TranscriptEvent } from "../model/result.ts";
import type { Text } from "../model/text.ts";

/** Where one thread of the program was blocked when its test was given up, or after it had failed. */
export interface BlockedPlace {
  /** The call: recv, accept, send, poll, read, lock, … */
  call: string;
  /** What it waits for: a peer's name, `listening`, `datagrams`, `keyboard`, `pipe`, `other`. */
  on: string;
  fd: number | null;
}

/** What went each way between the grader and the program under one peer's name. */
export interface Conversation {
  peer: string;
  /** The writes, or datagrams, that the peer sent, in order. */
  sent: readonly Buffer[];
  /** The chunks, or datagrams, that it received, in order. */
  received: readonly Buffer[];
  /** How the program ended the connection, once it did. */
  end: "orderly" | "reset" | null;
  /**
   * Whether the kernel still shows that both sides ended the connection in order (TIME_WAIT). Then the program had read
   * everything, for a close with bytes unread, or still to come, is a reset (RFC 2525, section 2.17).
   */
  endedByBoth: boolean;
  /**
   * The program's side of the connection in the kernel, when the test had failed: whether accept() has taken it, and how
   * many bytes wait there to be read. Null where the kernel no longer shows it, or was not asked.
   */
  taken: { accepted: boolean; unreadBytes: number } | null;
}

/** Everything that one failed test showed: what a diagnosis is proven from, never the source text alone. */
export interface Evidence {
  /** Id of the failed test. */
  test: string;
  failure: Failure;
  kind: "server" | "client" | "program";
  transport: "tcp" | "udp";
  language: string | null;
  /** In the order in which the peers came. */
  conversations: readonly Conversation[];
  transcript: readonly TranscriptEvent[];
  /** Where the program's threads were blocked; empty unless it was proven stuck or idle. */
  blocked: readonly BlockedPlace[];
  /** How the program ended; null while it ran. */
  exit: {
    status: number;
    limit: "output" | "memory" | "cpu" | "processes" | "disk" | null;
    leftBehind: number;
  } | null;
  output: { stdout: string; stderr: string };
  /** The compiler's message, and the lines written for an older version of its language, where the build failed. */
  build: { output: string; oldLines: readonly number[] } | null;
  /** The program's own file, relative to the hand-in. */
  entry: string | null;
  /** What stands in that file; empty where it is no text, or nobody asked. */
  source: string;
  /** How the lab asks for the port, and how the program takes it. */
  port: { asked: string; method: string; inSource: number | null };
}

/** A line of one of the student's files. */
export interface SourceLine {
  /** Relative to the hand-in. */
  file: string;
  line: number;
}

/** A diagnosis that the evidence proves. */
export interface Finding {
  /** Of two that fit, the stronger is told. */
  strength: number;
  /** What was seen in this run, with numbers and names. */
  saw: Text;
  /** The idea behind it, and what to look at, where the code's own words do not fit. */
  idea?: Text;
  look?: Text;
  /** Lines of the student's files that a traceback or the compiler names. */
  lines?: SourceLine[];
}

/** How strong a proof is, so that findings can be compared. */
export const strength = {
  /** The kernel, the compiler or the failed step itself says so. */
  certain: 1,
  /** The program's own words name it, or where it is blocked does. */
  named: 0.9,
  /** The bytes on the wire show it. */
  shown: 0.7,
  /** It explains what was seen, and nothing better does. */
  likely: 0.5,
  /** It describes what was seen without explaining it. */
  described: 0.3,
} as const;

/** One misconception: from evidence to a finding, or to nothing. */
export type Diagnoser = (evidence: Evidence) => Finding | null;
