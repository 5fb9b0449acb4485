import type { Redis } from "ioredis";

/** A hand-in that has cost so many workers may cost no more than one more. */
export const mostStalls = 2;

/**
 * Takes back what is held against a hand-in because its worker was not heard of for a while: that worker lives and was only slow.
 *
 * @param job name in Redis of BullMQ's job: `stc` counts how often it stalled, `defa` says why it is to fail when it is next taken
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
