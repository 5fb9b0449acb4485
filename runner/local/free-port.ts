import { randomInt } from "node:crypto";
import getPort, { portNumbers } from "get-port";
import { type PortRange, portRanges } from "../arena/free-port.ts";

/** A port of a range that is free on every address of this machine, searched from a random start so that workers rarely choose the same. */
export function freePort(range: PortRange): Promise<number> {
  const [first, final] = portRanges[range];
  const start = randomInt(first, final - mostTries);
  return getPort({ port: portNumbers(start, start + mostTries) });
}

const mostTries = 200;
