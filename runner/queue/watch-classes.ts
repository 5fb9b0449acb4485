import type { Participant } from "./presence.ts";
import { mismatch, type Route } from "./route.ts";

/** Returns a listener for the processes at a queue; it says once for each class that this worker cannot grade it, and why. */
export function watchClasses(own: Route, say: (note: string) => void): (others: readonly Participant[]) => void {
  const said = new Set<string>();
  return (others) => {
    for (const { id, role, host, route } of others) {
      const why = role === "class" ? mismatch(route, own) : null;
      if (why === null || said.has(id)) continue;
      said.add(id);
      say(`note: a class on ${host} is left to other workers, because this one ${why}`);
    }
  };
}
