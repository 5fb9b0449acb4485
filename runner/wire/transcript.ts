import type { KeptBytes, TranscriptEvent } from "../model/seen.ts";
import { keepBytes } from "./keep-bytes.ts";

/** How many events a test keeps; further bytes of the same kind are added to the last event. */
const keptEvents = 400;

type Kind = TranscriptEvent["kind"];

/**
 * Everything that was seen during one test, in order: the evidence for its verdict.
 *
 * Waiting steps subscribe to it: everything that can end a wait is recorded here first.
 */
export class Transcript {
  readonly events: TranscriptEvent[] = [];
  readonly #startMs = performance.now();
  readonly #listeners = new Set<() => void>();
  #lastEventMs = this.#startMs;
  #isClosed = false;

  /** When the last event was recorded, on the clock of `performance.now()`. */
  get lastEventMs(): number {
    return this.#lastEventMs;
  }

  /** Whether the transcript is closed: what happens now is not recorded. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Milliseconds since the test began. */
  nowMs(): number {
    return performance.now() - this.#startMs;
  }

  /** Records one event and calls all subscribers. */
  record(who: string, kind: Kind, about: { bytes?: Buffer; detail?: string } = {}): void {
    if (this.#isClosed) return;
    this.#lastEventMs = performance.now();
    const last = this.events.at(-1);
    if (
      last !== undefined &&
      this.events.length >= keptEvents &&
      last.who === who &&
      last.kind === kind &&
      about.bytes
    ) {
      last.bytes = addLength(last.bytes, about.bytes);
    } else if (this.events.length < keptEvents * 2) {
      this.events.push({
        atMs: Math.round(this.nowMs() * 1000) / 1000,
        who,
        kind,
        ...(about.bytes && { bytes: keepBytes(about.bytes) }),
        ...(about.detail !== undefined && { detail: about.detail }),
      });
    }
    this.wake();
  }

  /** Stops recording: what happens while a test is cleaned up is not evidence. */
  close(): void {
    this.#isClosed = true;
  }

  /** Calls all subscribers for a change that is not recorded as an event. */
  wake(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  /** Calls back after every event until the returned function is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

function addLength(kept: KeptBytes | undefined, more: Buffer): KeptBytes {
  if (kept === undefined) return keepBytes(more);
  return { ...kept, length: kept.length + more.length, tail: more.subarray(-16).toString("base64") };
}
