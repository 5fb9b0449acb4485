import { expect, it } from "vitest";
import { Rest } from "./rest.ts";

/** Process numbers that no process has. */
const beyondAll = 5_000_000;

it("does not wait long for processes that start others and end, and whose CPU time nobody sees", async () => {
  let next = beyondAll;
  const rest = new Rest({
    watcher: { isUnwatched: false, observe: () => null },
    pids: () => [next++],
    sockets: () => [],
    ownPorts: () => new Set(),
    isHeld: () => false,
  });
  expect(await rest.come()).toBe("restless");
  const met = next - beyondAll;
  expect(await rest.come()).toBe("restless");
  // The second wait is a quarter as long.
  expect(next - beyondAll - met).toBeLessThan(met / 2);
});
