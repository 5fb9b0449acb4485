import type { Text } from "../../../runner/model/text.ts";
import type { KnownBytes } from "../bytes/byte-window.ts";

/** A row of the sequence diagram. */
export type Row = Message | Note | Gap;

/** A message from one lane to another. */
export interface Message {
  kind: "message";
  /** Since the test began; null for what never happened. */
  atMs: number | null;
  from: string;
  to: string;
  /** `missing`: the test waited for it, but it never came; `lost`: the grader dropped it on the way. */
  tone: "data" | "control" | "broken" | "lost" | "missing";
  label: Text | null;
  bytes: KnownBytes | null;
  /** Index of the first byte that differs from what was expected. */
  mark: number | null;
}

/** An event on one lane. */
export interface Note {
  kind: "note";
  atMs: number;
  at: string;
  tone: "plain" | "printed" | "error" | "blocked";
  label: Text | null;
  /** What was printed or typed, each line short enough for its place. */
  lines: readonly string[];
  /** Number of lines left out. */
  moreLines: number;
}

/** Rows that were left out. */
export interface Gap {
  kind: "gap";
  label: Text;
}
