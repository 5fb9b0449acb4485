import type { Pool } from "../worker/pool.ts";
import { type Graded, gradeDelivery, type Machine } from "./grade-delivery.ts";
import type { Order } from "./order.ts";

/** Where the result of an order is kept. */
export interface Keeping {
  /** What is kept for it by now; somebody else may have written it. */
  read(): Promise<Graded | null>;
  write(graded: Graded): Promise<void>;
}

/** What grades the hand-ins of a class: workers of this machine, or a queue whose workers may be anywhere. */
export interface HandInPool {
  /** Hand-ins that are worth having in hand at once. */
  readonly inHand: number;
  /** Grades one hand-in, and forgets it only after its result was written down. Rejects when the pool is ended. */
  grade(order: Order, keeping: Keeping): Promise<Graded>;
}

/** The workers of this machine. */
export function localPool(pool: Pool, machine: Omit<Machine, "pool">): HandInPool {
  return {
    // One more than workers, so that none of them waits while another hand-in is unpacked.
    inHand: pool.size + 1,
    async grade(order, { write }) {
      const graded = await gradeDelivery(order, { ...machine, pool });
      await write(graded);
      return graded;
    },
  };
}
