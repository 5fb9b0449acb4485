import { describe, expect, it, onTestFinished } from "vitest";
import { noRedis, RedisServer } from "../../tests/support/redis-server.ts";
import { takeBackStall } from "./stalls.ts";

describe.skipIf(noRedis !== null)(`a worker that was only slow${noRedis ? ` (skipped: ${noRedis})` : ""}`, () => {
  it("is not held against its hand-in, which is not set aside for it", async () => {
    const server = await RedisServer.start();
    onTestFinished(() => server.stop());
    await server.with(async (redis) => {
      await redis.hset("job", { stc: 3, defa: "job stalled more than allowable limit", data: "{}" });
      await takeBackStall(redis, "job");
      expect(await redis.hgetall("job")).toEqual({ stc: "2", data: "{}" });
      for (let times = 0; times < 3; times += 1) await takeBackStall(redis, "job");
      expect(await redis.hgetall("job")).toEqual({ stc: "0", data: "{}" });
      await takeBackStall(redis, "collected");
      expect(await redis.exists("collected")).toBe(0);
    });
  });
});
