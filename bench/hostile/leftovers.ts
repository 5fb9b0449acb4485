import { readdirSync, readFileSync, readlinkSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { ownFolders } from "./own-machine.ts";
import { canary } from "./settings.ts";

/**
 * Everything on a machine of our own, one line each: processes, mounts, networks, files, shared memory segments and
 * listening sockets.
 */
export function whatThereIs(): Set<string> {
  return new Set([...processes(), ...mounts(), ...files(), ...keys(), ...sockets()]);
}

/** What is new since `before` and must not stay; waits for processes that are about to end. */
export async function leftSince(before: ReadonlySet<string>, mayStay?: RegExp): Promise<string[]> {
  for (let looks = 0; ; looks += 1) {
    const left = [...whatThereIs()].filter((thing) => !before.has(thing) && mayStay?.test(thing) !== true);
    if (left.length === 0 || looks === 20) return left;
    await setTimeout(100);
  }
}

function processes(): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      const line = read(`/proc/${pid}/cmdline`).replaceAll("\0", " ");
      // A canary restarts its sleeping child from time to time.
      if (line.includes(canary) || line === "sleep 1000 ") return [];
      const network = link(`/proc/${pid}/ns/net`);
      return [`process ${pid} ${line || read(`/proc/${pid}/stat`)}`, ...(network === "" ? [] : [`network ${network}`])];
    });
}

function mounts(): string[] {
  return lines("/proc/self/mountinfo").map((line) => `mount ${line.split(" ").slice(4).join(" ")}`);
}

function files(): string[] {
  return ownFolders.flatMap((folder) => readdirSync(folder).map((name) => `file ${join(folder, name)}`));
}

function keys(): string[] {
  return ["shm", "sem", "msg"].flatMap((kind) =>
    lines(`/proc/sysvipc/${kind}`)
      .slice(1)
      .map((line) => `${kind} ${line.trim().split(/\s+/).slice(0, 2).join(" ")}`),
  );
}

function sockets(): string[] {
  return ["tcp", "tcp6", "udp", "udp6"].flatMap((table) =>
    lines(`/proc/self/net/${table}`)
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , , state]) => state === "0A" || state === "07")
      .map(([, local]) => `socket ${table} ${local}`),
  );
}

function lines(path: string): string[] {
  return read(path).split("\n").filter(Boolean);
}

function read(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}

function link(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return "";
  }
}

/** The content of a file, to see whether it changed. */
export function contentOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? "missing" : `${stats.mode} ${read(path)}`;
}
