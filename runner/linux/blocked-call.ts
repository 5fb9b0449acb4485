/**
 * When something gives up, or fires, by itself: never, `afterMs` after it began (a moment that the kernel does not
 * show), `atMs` on the clock of `Look.atMs`, or at a time that cannot be known.
 */
export type Limit = "never" | "unknown" | { afterMs: number } | { atMs: number };

/** A system call that a thread is blocked in. */
export interface BlockedCall {
  number: number;
  /** The kernel's name of the call (`recvfrom`), or null for one that the watch does not know. */
  name: string | null;
  args: readonly bigint[];
  limit: Limit;
  /** The descriptors it waits for, those inside a poll, select or epoll set included. */
  descriptors: readonly number[];
}
