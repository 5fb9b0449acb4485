import { expect, test } from "vitest";
import { readLimit } from "./read-limit.ts";
import { SYSTEM_CALLS, type SystemCallName } from "./system-calls.ts";

const POINTER = 0x7f00_0000_1000n;
const clocks = () => ({ lookMs: 1000, monotonicMs: 500_000, realtimeMs: 1_700_000_000_000 });

test.each<[string, SystemCallName, bigint[], [number, number] | null, unknown]>([
  ["poll for 300 ms", "poll", [0n, 1n, 300n], null, { afterMs: 300 }],
  ["poll for ever", "poll", [0n, 1n, 0xffffffffn], null, "never"],
  ["epoll for ever, in 64 bits", "epoll_pwait", [3n, 0n, 8n, 0xffffffffffffffffn], null, "never"],
  ["select for 2.5 s", "select", [1n, 0n, 0n, 0n, POINTER], [2, 500_000], { afterMs: 2500 }],
  ["select for ever", "select", [1n, 0n, 0n, 0n, 0n], null, "never"],
  ["pselect for 2.5 s", "pselect6", [1n, 0n, 0n, 0n, POINTER], [2, 500_000_000], { afterMs: 2500 }],
  ["nanosleep", "nanosleep", [POINTER], [1, 0], { afterMs: 1000 }],
  ["sleep for a time", "clock_nanosleep", [1n, 0n, POINTER], [1, 0], { afterMs: 1000 }],
  ["sleep until a moment", "clock_nanosleep", [1n, 1n, POINTER], [502, 0], { atMs: 3000 }],
  ["sleep until an hour of the day", "clock_nanosleep", [0n, 1n, POINTER], [1_700_000_004, 0], { atMs: 5000 }],
  ["sleep by CPU time", "clock_nanosleep", [2n, 1n, POINTER], [9, 0], "unknown"],
  ["futex for ever", "futex", [1n, 0x80n, 0n, 0n], null, "never"],
  ["futex for a time", "futex", [1n, 0x80n, 0n, POINTER], [60, 0], { afterMs: 60_000 }],
  ["futex until a moment", "futex", [1n, 0x89n, 0n, POINTER], [501, 0], { atMs: 2000 }],
  ["futex until an hour of the day", "futex", [1n, 0x189n, 0n, POINTER], [1_700_000_001, 0], { atMs: 2000 }],
  ["memory that cannot be read", "nanosleep", [POINTER], null, "unknown"],
  ["accept", "accept", [3n, 0n, 0n], null, "never"],
])("%s", (_what, name, args, words, limit) => {
  const readMemory = (address: bigint, bytes: number) => {
    if (address !== POINTER || words === null) return null;
    const memory = Buffer.alloc(bytes);
    memory.writeBigInt64LE(BigInt(words[0]), 0);
    memory.writeBigInt64LE(BigInt(words[1]), 8);
    return memory;
  };
  expect(readLimit(SYSTEM_CALLS[name].limit, args, readMemory, clocks)).toEqual(limit);
});
