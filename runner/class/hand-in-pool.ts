import { classTexts } from "../texts/class.ts";
import type { Pool } from "../worker/pool.ts";
import { filesDigest } from "./fingerprint.ts";
import { type Graded, gradeDelivery, type Machine } from "./grade-delivery.ts";
import type { Order } from "./order.ts";

/** Where the result of an order is kept. */
export interface Keeping {
  /** The result kept so far; another process may have written it. */
  read(): Promise<Graded | null>;
  write(graded: Graded): Promise<void>;
}

/** Grades the hand-ins of a class: with workers of this machine, or through a queue whose workers may be anywhere. */
export interface HandInPool {
  /** How many hand-ins to grade at once. */
  readonly inHand: number;
  /** Grades one hand-in, and lets go of it only after its result is written. Rejects when the pool is ended. */
  grade(order: Order, keeping: Keeping): Promise<Graded>;
}

/** The workers of this machine. */
export function localPool(pool: Pool, machine: Omit<Machine, "pool">): HandInPool {
  return {
    // One more than workers, so that no worker waits while a hand-in is unpacked.
    inHand: pool.size + 1,
    async grade(order, { write }) {
      const graded = await gradeDelivery(order, { ...machine, pool });
      const counted = (await isUnchanged(order)) ? graded : changed;
      await write(counted);
      return counted;
    },
  };
}

/** Whether the files are those of which the digest was taken: else a file that was half written would decide the mark, and be kept. */
async function isUnchanged({ delivery, digests }: Order): Promise<boolean> {
  return (await filesDigest(delivery)) === digests.files;
}

const changed: Graded = { result: null, error: { kind: "grader", text: classTexts.changed } };
