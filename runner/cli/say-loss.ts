import type { Loss } from "../worker/lost-call.ts";
import { forLog } from "./terminal.ts";

/**
 * Says on standard error that a worker was lost, and by which test or hand-in: no mark depends on it, but it is a fault
 * of wirecheck.
 */
export function sayLoss({ reason, culprit }: Loss): void {
  const [first = ""] = reason.split("\n");
  const cause =
    culprit === null ? "Played alone, no test causes it again." : `Played alone, this causes it again: ${culprit}.`;
  process.stderr.write(`note: ${forLog(first)}. What it was playing is played again. ${forLog(cause)}\n`);
}
