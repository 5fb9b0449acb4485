import { randomInt } from "node:crypto";
import getPort, { portNumbers } from "get-port";

/**
 * A port that is free on every address of this machine: free of those that programs write in their sources (below 20 000), and of
 * those that systems hand out themselves (from 32 768). It begins anywhere, so that several workers seldom think of the same.
 */
export function freePort(): Promise<number> {
  const start = randomInt(firstPort, finalPort - mostTries);
  return getPort({ port: portNumbers(start, start + mostTries) });
}

const firstPort = 20_011;
const finalPort = 32_000;
const mostTries = 200;
