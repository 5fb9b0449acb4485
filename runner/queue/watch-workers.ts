import type { Text } from "../model/text.ts";
import { queueTexts } from "../texts/queue.ts";
import type { Participant } from "./presence.ts";
import { mismatch, type Route } from "./route.ts";

/**
 * Returns a listener for the processes at a queue; it says once when no worker there may grade the hand-ins, and why,
 * and says when one may again.
 */
export function watchWorkers(wanted: Route, say: (note: Text) => void): (others: readonly Participant[]) => void {
  let said: Text | null = null;
  return (others) => {
    const workers = others.filter(({ role }) => role === "worker");
    const fitting = workers.filter(({ route }) => mismatch(wanted, route) === null);
    const reasons = new Set(
      workers.map(({ host, route }) => queueTexts.worker(host, mismatch(wanted, route) ?? "may")),
    );
    if (fitting.length > 0) {
      if (said) say(queueTexts.workersNow(fitting.length));
      said = null;
      return;
    }
    const note = workers.length === 0 ? queueTexts.noWorkers : queueTexts.noneFits([...reasons].sort());
    if (note.en !== said?.en) say(note);
    said = note;
  };
}
