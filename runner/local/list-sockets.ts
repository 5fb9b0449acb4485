import { spawnSync } from "node:child_process";
import { listProcNet } from "./list-proc-net.ts";
import { parseLsof } from "./parse-lsof.ts";
import { parseNetstat } from "./parse-netstat.ts";
import { parseSs } from "./parse-ss.ts";
import type { SystemSocket } from "./system-socket.ts";

/**
 * Lists every socket of the machine that this user may see, with the process that holds it; takes 5 ms (ss) to 60 ms (netstat,
 * lsof). Synchronous, so that the list is never older than the return of the call. Null if it does not work here.
 */
export type SocketLister = () => SystemSocket[] | null;

/** The ways by name; see ss(8), lsof(8), netstat of Windows and proc(5). */
export const listers = {
  ss: () => listBy(["ss", "-Htuanp"], parseSs),
  lsof: () => listBy(["lsof", "-nP", "-iTCP", "-iUDP", "-FpPtnT"], parseLsof),
  netstat: () => listBy(["netstat", "-ano"], parseNetstat),
  procNet: listProcNet,
} satisfies Record<string, SocketLister>;

/** The ways that may work on this system, best first; the last needs no command, for small containers and Wine. */
export function listersHere(): SocketLister[] {
  const names: Partial<Record<NodeJS.Platform, readonly (keyof typeof listers)[]>> = {
    linux: ["ss", "lsof"],
    win32: ["netstat"],
  };
  return [...(names[process.platform] ?? ["lsof"]), "procNet" as const].map((name) => listers[name]);
}

function listBy(
  [file = "", ...args]: readonly string[],
  parse: (output: string) => SystemSocket[],
): SystemSocket[] | null {
  const { status, stdout, error } = spawnSync(file, args, {
    encoding: "latin1",
    stdio: ["ignore", "pipe", "ignore"],
    windowsHide: true,
    maxBuffer: 64 << 20,
    timeout: 10_000,
  });
  // lsof exits with 1 if there is nothing to list.
  return error || status === null || status > 1 ? null : parse(stdout);
}
