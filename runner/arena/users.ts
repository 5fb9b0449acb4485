import { readFileSync } from "node:fs";
import { hasRights } from "../linux/rights.ts";

/**
 * The users as whom the programs of a worker may run, one for each program that may run at once. Null when this process may not
 * change its user: it is an ordinary user (even inside `unshare -Ur`), or root in a container without that right.
 *
 * No other program on the machine runs as one of them, not even in other workers and other runs: limits on the number of processes
 * count by user, and only killing all processes of a user is sure to end its daemons.
 */
export function usersOf(worker: number): number[] | null {
  if (process.getuid?.() !== 0 || !hasRights("setUid", "setGid", "chown", "kill", "dacOverride")) return null;
  const mapped = mappedRanges(readFileSync("/proc/self/uid_map", "utf8"));
  const range = ranges.find(({ first, count }) =>
    mapped.some((inside) => inside.first <= first && first + count <= inside.first + inside.count),
  );
  if (!range) return null;
  const offset = (worker * usersPerWorker) % range.count;
  return Array.from({ length: usersPerWorker }, (_, index) => range.first + offset + index);
}

/** The user id inside a sandbox if the program has no user of its own. */
export const nominalUsers: readonly number[] = Array.from({ length: 8 }, (_, index) => 64_000 + index);

const usersPerWorker = nominalUsers.length;

/** Ranges of user ids, in order of preference. */
const ranges = [
  // Above the ids that systemd gives to containers, with eight users for each of the 2^22 possible pids.
  { first: 0x7000_0000, count: usersPerWorker * 2 ** 22 },
  // The ids between those of services and `nobody` in a container with 65536 ids; pids are small there as well.
  { first: 64_000, count: 1528 },
];

/** Lines of `first inside, first outside, count`; see user_namespaces(7). */
function mappedRanges(uidMap: string): { first: number; count: number }[] {
  return uidMap.split("\n").map((line) => {
    const [first = 0, , count = 0] = line.trim().split(/\s+/).map(Number);
    return { first, count };
  });
}
