import type { ConversationKind } from "../model/conversation-kind.ts";
import type { SeenFailure } from "../model/failure.ts";
import type { PassedLimit } from "../model/failure-facts.ts";
import type { SourceLocation, TranscriptEvent } from "../model/seen.ts";
import type { Text } from "../model/text.ts";
import type { HandInFiles } from "./support/hand-in-files.ts";

/** Where one thread of the program was blocked when its test was given up, or after it had failed. */
export interface BlockedPlace {
  /** The call: recv, accept, send, poll, read, lock, … */
  call: string;
  /** What it waits for: a peer's name, `listening`, `datagrams`, `keyboard`, `pipe`, `other`. */
  on: string;
  fd: number | null;
  /** Whether the call never gives up by itself. */
  forGood: boolean;
  /** With a limit of its own: whether that is shorter than the time that the step gives the program. @default false */
  isShort?: boolean;
  /** Whether it waits for the keyboard as well. @default false */
  orKeyboard?: boolean;
  /** The line of the student's own files from which it was called, where the program's runtime said so. */
  location: SourceLocation | null;
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
  failure: SeenFailure;
  kind: "server" | "client" | "program";
  /** What the lab calls the program: server, receiver, info. */
  role: string;
  transport: "tcp" | "udp";
  /** What the program and the grader talk about; null where they do not talk. */
  talk: ConversationKind | null;
  language: string | null;
  /** In the order in which the peers came. */
  conversations: readonly Conversation[];
  transcript: readonly TranscriptEvent[];
  /** Where the program's threads were blocked; empty unless it was proven stuck or idle. */
  blocked: readonly BlockedPlace[];
  /** Where in the student's own files the program was while it kept the processor busy, where its runtime said so. */
  working: SourceLocation | null;
  /** How the program ended; null while it ran. */
  exit: {
    status: number;
    limit: PassedLimit | null;
    leftBehind: number;
  } | null;
  output: { stdout: string; stderr: string };
  /** The compiler's message, and the lines written for an older version of its language, where the build failed. */
  build: { output: string; oldLines: readonly number[] } | null;
  /** The program's own file, relative to the hand-in. */
  entry: string | null;
  files: HandInFiles;
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
  name?: Text;
  idea?: Text;
  look?: Text;
  /** The error that the program, its runtime or its compiler printed. */
  error?: string;
  /** Lines of the student's files that a traceback or the compiler names, innermost first. */
  lines?: SourceLine[];
  /** The line that shows it, where it is not the first of those. */
  location?: SourceLocation | null;
}

/** How strong a proof is, so that findings can be compared. */
export const strength = {
  /** The kernel, the compiler or the failed step itself says so. */
  certain: 1,
  /** The program's own words name it, and it would be wrong whatever had been sent. */
  proven: 0.95,
  /** The program's own words name it, or where it is blocked does. */
  named: 0.9,
  /** The bytes on the wire show exactly this, or they do and the source agrees. */
  seen: 0.75,
  /** The bytes on the wire show it. */
  shown: 0.7,
  /** It explains what was seen, and nothing better does. */
  likely: 0.5,
  /** It describes what was seen without explaining it. */
  described: 0.3,
} as const;

/** From evidence to a finding, or to nothing. */
export type Diagnoser = (evidence: Evidence) => Finding | null;

/** One misconception: how it shows, and what can be said about it whatever the run. */
export interface Cause {
  /** The conversations in which it has a meaning: an echo's causes are never told of a greeting. */
  about: "any" | readonly ConversationKind[];
  /** A few words for headings and tables. */
  name: Text;
  /** The idea that the program misses. */
  idea: Text;
  /** What to look at in one's own program. */
  look: Text;
  find: Diagnoser;
}
