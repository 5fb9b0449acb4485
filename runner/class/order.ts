import type { Lab } from "../spec/lab.ts";
import type { GradeRecord, Terms } from "./class-run.ts";
import type { Delivery } from "./delivery.ts";

/** One hand-in to be graded, and all that decides its result. */
export interface Order {
  lab: Lab;
  /** Where its files are, or why they were refused. */
  delivery: Pick<Delivery, "path" | "sources" | "refused">;
  terms: Terms;
  /** Whether each test gets a launch of its own. */
  freshLaunches: boolean;
  /** Digests of its files and its terms, which decide whether a kept result is still valid. */
  digests: Pick<GradeRecord, "files" | "terms">;
}
