import { parseEpollSet } from "./parse-fdinfo.ts";
import type { ReadMemory } from "./read-limit.ts";
import type { DescriptorArgument } from "./system-calls.ts";

/**
 * The descriptors a blocked call waits for, as far as they can be read; for an epoll set its members. `readFdinfo`
 * gives the text of `/proc/<pid>/fdinfo/<fd>`.
 */
export function readDescriptors(
  kind: DescriptorArgument,
  args: readonly bigint[],
  readMemory: ReadMemory,
  readFdinfo: (descriptor: number) => string | null,
): number[] {
  const first = Number(BigInt.asIntN(32, args[0] ?? 0n));
  switch (kind) {
    case "none":
      return [];
    case "one":
      return [first];
    case "pollfds":
      return pollDescriptors(args[0] ?? 0n, Number(args[1] ?? 0n), readMemory);
    case "fd-sets":
      return selectDescriptors(first, args.slice(1, 4), readMemory);
    case "epoll":
      return parseEpollSet(readFdinfo(first) ?? "");
  }
}

/** How much of a larger set is read: a report names only a few descriptors. */
const MOST_DESCRIPTORS = 1024;

/** poll(2): an array of { int fd; short events; short revents; }; negative descriptors are skipped. */
function pollDescriptors(address: bigint, count: number, readMemory: ReadMemory): number[] {
  const entryBytes = 8;
  if (count === 0) return [];
  const entries = readMemory(address, Math.min(count, MOST_DESCRIPTORS) * entryBytes);
  const descriptors: number[] = [];
  for (let offset = 0; entries !== null && offset + entryBytes <= entries.length; offset += entryBytes) {
    const descriptor = entries.readInt32LE(offset);
    if (descriptor >= 0) descriptors.push(descriptor);
  }
  return descriptors;
}

/** select(2): up to three bit sets of `limit` bits. */
function selectDescriptors(limit: number, sets: readonly bigint[], readMemory: ReadMemory): number[] {
  const bits = Math.min(limit, MOST_DESCRIPTORS);
  const descriptors = new Set<number>();
  for (const address of sets) {
    const set = address === 0n || bits <= 0 ? null : readMemory(address, Math.ceil(bits / 8));
    for (let bit = 0; set !== null && bit < bits; bit++) {
      if (((set[bit >> 3] ?? 0) >> (bit & 7)) & 1) descriptors.add(bit);
    }
  }
  return [...descriptors].sort((a, b) => a - b);
}
