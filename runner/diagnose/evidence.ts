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
  /** Whether the call has no time limit. */
  forGood: boolean;
  /** For a call with a time limit: whether it is shorter than the time that the step gives the program. @default false */
  isShort?: boolean;
  /** Whether it waits for standard input as well. @default false */
  orKeyboard?: boolean;
  /** The line of the student's files from which it was called, if the program's runtime says so. */
  location: SourceLocation | null;
}

/** What the grader and the program exchanged under one peer's name. */
export interface Conversation {
  peer: string;
  /** The writes, or datagrams, that the peer sent, in order. */
  sent: readonly Buffer[];
  /** The chunks, or datagrams, that it received, in order. */
  received: readonly Buffer[];
  /** How the program ended the connection; null while it has not. */
  end: "orderly" | "reset" | null;
  /**
   * Whether the kernel still shows that both sides ended the connection in order (TIME_WAIT). Then the program had read
   * everything, because a close with unread bytes is a reset (RFC 2525, section 2.17).
   */
  endedByBoth: boolean;
  /**
   * The program's side of the connection in the kernel when the test failed: whether accept() has taken it, and the
   * number of unread bytes. Null if the kernel no longer shows it, or was not asked.
   */
  taken: { accepted: boolean; unreadBytes: number } | null;
}

/** Everything that one failed test showed. Diagnoses are proven from it, never from the source text alone. */
export interface Evidence {
  /** Id of the failed test. */
  test: string;
  failure: SeenFailure;
  kind: "server" | "client" | "program";
  /** The lab's name of the program: server, receiver, info. */
  role: string;
  transport: "tcp" | "udp";
  /** The kind of conversation between program and grader; null if there is none. */
  talk: ConversationKind | null;
  language: string | null;
  /** In the order of the peers' first events. */
  conversations: readonly Conversation[];
  transcript: readonly TranscriptEvent[];
  /** Where the program's threads were blocked; empty unless it was stuck or idle. */
  blocked: readonly BlockedPlace[];
  /** The line of the student's files where the program used CPU time, if its runtime says so. */
  working: SourceLocation | null;
  /** How the program ended; null while it ran. */
  exit: {
    status: number;
    limit: PassedLimit | null;
    leftBehind: number;
  } | null;
  output: { stdout: string; stderr: string };
  /** For a failed build: the compiler's message, and the lines written for an older version of the language. */
  build: { output: string; oldLines: readonly number[] } | null;
  /** The program's own file, relative to the hand-in. */
  entry: string | null;
  files: HandInFiles;
  /** How the lab asks for the port, and how the program takes it. */
  port: {
    asked: string;
    method: string;
    inSource: number | null;
    /** The words of the arguments in which it takes the port, where they are not the usual ones. */
    words?: string;
    /** The ways in which it was given a port, if it used a port in none of them. */
    tried?: readonly Text[];
  };
}

/** A line of one of the student's files. */
export interface SourceLine {
  /** Relative to the hand-in. */
  file: string;
  line: number;
}

/** A diagnosis that the evidence proves. */
export interface Finding {
  /** Of several findings the strongest is reported. */
  strength: number;
  /** What was seen in this run, with numbers and names. */
  saw: Text;
  /** Replaces the cause's own texts where they do not fit. */
  name?: Text;
  idea?: Text;
  look?: Text;
  /** The error that the program, its runtime or its compiler printed. */
  error?: string;
  /** Lines of the student's files that a stack trace or the compiler names, innermost first. */
  lines?: SourceLine[];
  /** The line that shows it, if it is not the first of those. */
  location?: SourceLocation | null;
}

/** Strengths of proofs, to compare findings. */
export const strength = {
  /** The kernel, the compiler or the failed step itself says so. */
  certain: 1,
  /** The program's output names it, and it would be wrong for every input. */
  proven: 0.95,
  /** The program's output names it, or the place where it is blocked does. */
  named: 0.9,
  /** The bytes on the wire show exactly this, or show it and the source agrees. */
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

/** One misconception: how it is recognised, and texts that are the same for every run. */
export interface Cause {
  /** The kinds of conversation to which it applies. */
  about: "any" | readonly ConversationKind[];
  /** A few words for headings and tables. */
  name: Text;
  /** The idea that the program misses. */
  idea: Text;
  /** What to look at in the program. */
  look: Text;
  find: Diagnoser;
}
