import { closeSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { claimName } from "./claim-name.ts";

/** Ports of the machine's own network that no other worker of this machine uses until they are let go. */
export interface HeldPorts {
  release(): void;
}

/** Waits until this process has all the ports, in the order of their numbers so that nobody waits in a circle. */
export async function holdPorts(ports: readonly number[]): Promise<HeldPorts> {
  const held: number[] = [];
  for (const port of [...new Set(ports)].sort((one, other) => one - other)) held.push(await claim(`port/${port}`));
  return { release: () => held.splice(0).forEach(closeSync) };
}

async function claim(name: string): Promise<number> {
  for (;;) {
    const descriptor = claimName(name);
    if (descriptor !== null) return descriptor;
    await delay(askEveryMs);
  }
}

const askEveryMs = 20;
