import { setTimeout as delay } from "node:timers/promises";

/**
 * Claims ports one after another and gives each as soon as it is had; one that another test has is waited for. All tests claim in the
 * order of the numbers, so that no two of them wait for each other.
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
