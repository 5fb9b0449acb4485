import { readdirSync, readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { processesOf } from "../processes.ts";

/** What runs have left behind: temporary files, mounts and processes. */
export async function leftovers(temporary: string): Promise<string[]> {
  for (let looks = 0; ; looks += 1) {
    const found = [...files(temporary), ...mounts(temporary), ...processesOf(temporary)];
    // Processes killed together with it may still be ending.
    if (found.length === 0 || looks === 50) return found;
    await setTimeout(100);
  }
}

function files(temporary: string): string[] {
  return readdirSync(temporary);
}

/** Namespaces live as long as a process is in them or a mount holds them. */
function mounts(temporary: string): string[] {
  const lines = readFileSync("/proc/self/mountinfo", "utf8").split("\n");
  return lines.filter((line) => line.includes(temporary));
}
