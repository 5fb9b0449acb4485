import { setTimeout as delay } from "node:timers/promises";

/**
 * Claims ports one after another and yields each as soon as it is claimed; waits for those that another test has. All tests claim
 * ports in the order of their numbers, so that no two tests wait for each other.
 *
 * @param claim takes a port, or returns false where another test has it
 */
export async function* claimInOrder(
  ports: readonly number[],
  claim: (port: number) => boolean,
): AsyncGenerator<number> {
  for (const port of [...new Set(ports)].sort((one, other) => one - other)) {
    while (!claim(port)) await delay(askEveryMs);
    yield port;
  }
}

const askEveryMs = 20;
