import { readFileSync } from "node:fs";

/** Whether this process has CAP_SYS_ADMIN, the right to make network namespaces; see capabilities(7). */
export function mayEnterNetworks(): boolean {
  const effective = /^CapEff:\s*([0-9a-f]+)/m.exec(readStatus())?.[1] ?? "0";
  return ((BigInt(`0x${effective}`) >> sysAdmin) & 1n) === 1n;
}

const sysAdmin = 21n;

function readStatus(): string {
  try {
    return readFileSync("/proc/self/status", "utf8");
  } catch {
    return "";
  }
}
