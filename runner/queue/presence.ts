import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import type { Redis } from "ioredis";
import * as z from "zod";
import { present } from "./names.ts";
import { route } from "./route.ts";

/**
 * A process connected to a queue: a worker that grades, or a class that is graded. Other versions of wirecheck may add
 * fields.
 */
const participant = z.object({ id: z.string(), role: z.enum(["worker", "class"]), host: z.string(), route });
export type Participant = z.infer<typeof participant>;

/** Announces this process at regular intervals, and reports which others are there. */
export class Presence {
  readonly #redis: Redis;
  readonly #self: string;
  readonly #onOthers: (others: Participant[]) => void;
  readonly #timer: NodeJS.Timeout;

  constructor(redis: Redis, self: Pick<Participant, "role" | "route">, onOthers: (others: Participant[]) => void) {
    this.#redis = redis;
    this.#self = JSON.stringify({ id: randomUUID(), host: hostname(), ...self });
    this.#onOthers = onOthers;
    this.#timer = setInterval(() => void this.beat(), beatMs);
    this.#timer.unref();
  }

  /** Announces this process now; an unreachable server gets the next announcement. */
  async beat(): Promise<void> {
    const found = await this.#redis.eval(announce, 1, present, this.#self, staysSeconds).catch(() => null);
    if (found === null) return;
    const others = (found as string[]).filter((member) => member !== this.#self).map(read);
    this.#onOthers(others.filter((other) => other !== null));
  }

  async end(): Promise<void> {
    clearInterval(this.#timer);
    await this.#redis.zrem(present, this.#self);
  }
}

function read(member: string): Participant | null {
  try {
    return participant.safeParse(JSON.parse(member)).data ?? null;
  } catch {
    return null;
  }
}

const beatMs = 5_000;
const staysSeconds = 20;

/** Uses the server's clock, because the clocks of the machines may differ. */
const announce = `
local now = tonumber(redis.call("TIME")[1])
redis.call("ZADD", KEYS[1], now + tonumber(ARGV[2]), ARGV[1])
redis.call("ZREMRANGEBYSCORE", KEYS[1], "-inf", now)
return redis.call("ZRANGE", KEYS[1], 0, -1)
`;
