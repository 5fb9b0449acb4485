import type { Text } from "../../../runner/model/text.ts";
import type { KnownBytes } from "../bytes/byte-window.ts";

/** What a line of the sequence diagram shows, from the top down. */
export type Row = Message | Note | Gap;

/** Something that goes from one lane to another. */
export interface Message {
  kind: "message";
  /** Since the test began; null for what never happened. */
  atMs: number | null;
  from: string;
  to: string;
  /** `missing` never came though the test waited for it; `lost` was dropped on the way by the grader. */
  tone: "data" | "control" | "broken" | "lost" | "missing";
  label: Text | null;
  bytes: KnownBytes | null;
  /** Index of the first byte that differs from what was expected. */
  mark: number | null;
}

/** Something that happened on one lane alone. */
export interface Note {
  kind: "note";
  atMs: number;
  at: string;
  tone: "plain" | "printed" | "error" | "blocked";
  label: Text | null;
  /** What was printed or typed, each line short enough for its place. */
  lines: readonly string[];
  /** How many lines more there were. */
  moreLines: number;
}

/** What was left out. */
export interface Gap {
  kind: "gap";
  label: Text;
}
