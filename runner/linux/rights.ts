import { readFileSync } from "node:fs";

/** Numbers of the capabilities that wirecheck asks for; see capabilities(7). */
const numbers = {
  chown: 0,
  dacOverride: 1,
  kill: 5,
  setGid: 6,
  setUid: 7,
  netAdmin: 12,
  netRaw: 13,
  ptrace: 19,
  sysAdmin: 21,
};

/** A capability of a process. */
export type Right = keyof typeof numbers;

/** Whether this process has all of these capabilities; root has few of them in a container. */
export function hasRights(...rights: readonly Right[]): boolean {
  effective ??= BigInt(`0x${/^CapEff:\s*([0-9a-f]+)/m.exec(readStatus())?.[1] ?? "0"}`);
  const held = effective;
  return rights.every((right) => ((held >> BigInt(numbers[right])) & 1n) === 1n);
}

let effective: bigint | undefined;

/** Whether this process may make network namespaces, set up their interfaces and see their packets. */
export function mayEnterNetworks(): boolean {
  return hasRights("sysAdmin", "netAdmin", "netRaw");
}

function readStatus(): string {
  try {
    return readFileSync("/proc/self/status", "utf8");
  } catch {
    return "";
  }
}
