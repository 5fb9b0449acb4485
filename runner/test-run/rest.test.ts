import { expect, it } from "vitest";
import { Rest } from "./rest.ts";

/** Process numbers that no process has. */
const beyondAll = 5_000_000;

it("does not wait long for processes that start others and end, so that only their launcher's count shows what they use", async () => {
  const begunMs = performance.now();
  let next = beyondAll;
  const rest = new Rest({
    watcher: { isUnwatched: false, observe: () => null },
    pids: () => [next++],
    reapedTicks: () => (performance.now() - begunMs) / 10,
    sockets: () => [],
    ownPorts: () => new Set(),
    isHeld: () => false,
  });
  expect(await rest.come()).toBe("restless");
  // Without that count, there are some three thousand looks.
  expect(next - beyondAll).toBeLessThan(300);
});
