import { readFileSync } from "node:fs";
import { hasRights } from "../linux/rights.ts";

/**
 * The users that the programs of a worker may be, as many as may run at once; null when this process may not start programs
 * as anybody else: an ordinary user, also where `unshare -Ur` calls that user root, and root in a container that took its rights.
 *
 * No other program on the machine is one of them, those of other workers and other runs included: limits on the number of
 * processes count by user, and killing all that a user has is the one sure way to be rid of its daemons.
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

/** What sandboxes call the user of their program where it has none of its own. */
export const nominalUsers: readonly number[] = Array.from({ length: 8 }, (_, index) => 64_000 + index);

const usersPerWorker = nominalUsers.length;

/** In order of preference. */
const ranges = [
  // Above what systemd gives to containers, with room for eight users for each of the 2^22 pids there can be.
  { first: 0x7000_0000, count: usersPerWorker * 2 ** 22 },
  // What there is between services and `nobody` in a container with 65536 users; there, pids are small as well.
  { first: 64_000, count: 1528 },
];

/** Lines of `first inside, first outside, count`; see user_namespaces(7). */
function mappedRanges(uidMap: string): { first: number; count: number }[] {
  return uidMap.split("\n").map((line) => {
    const [first = 0, , count = 0] = line.trim().split(/\s+/).map(Number);
    return { first, count };
  });
}
