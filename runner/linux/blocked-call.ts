/**
 * When a call returns, or a timer fires, without anything else happening: never; `afterMs` after it began (the kernel does not
 * show when that was); at `atMs` on the clock of `Look.atMs`; or at an unknown time.
 */
export type Limit = "never" | "unknown" | { afterMs: number } | { atMs: number };

/** A system call that a thread is blocked in. */
export interface BlockedCall {
  number: number;
  /** The kernel's name of the call, such as recvfrom; null if the watch does not know the call. */
  name: string | null;
  args: readonly bigint[];
  limit: Limit;
  /** The descriptors it waits for, those inside a poll, select or epoll set included. */
  descriptors: readonly number[];
}
