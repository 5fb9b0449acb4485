import type { Redis } from "ioredis";

/** A hand-in that has killed more workers than this is not graded again. */
export const mostStalls = 2;

/**
 * Takes back one stall counted against a hand-in: its worker is alive and was only slow.
 *
 * @param job key of BullMQ's job in Redis: `stc` counts its stalls, `defa` says why it will fail when it is next taken
 */
export async function takeBackStall(redis: Redis, job: string): Promise<void> {
  await redis.eval(takeBack, 1, job, mostStalls);
}

const takeBack = `
local stalls = tonumber(redis.call("HGET", KEYS[1], "stc") or "0")
if stalls < 1 then return 0 end
if stalls - 1 <= tonumber(ARGV[1]) then redis.call("HDEL", KEYS[1], "defa") end
return redis.call("HINCRBY", KEYS[1], "stc", -1)
`;
