import type { Loss } from "../worker/lost-call.ts";
import { forLog } from "./terminal.ts";

/** Says on standard error that a worker was lost, and to whom: no mark depends on it, but it is a fault of wirecheck's. */
export function sayLoss({ reason, culprit }: Loss): void {
  const [first = ""] = reason.split("\n");
  const cause =
    culprit === null ? "Played alone, nothing does it again." : `Played alone, this does it again: ${culprit}.`;
  process.stderr.write(`note: ${forLog(first)}. What it was playing is played again. ${forLog(cause)}\n`);
}
