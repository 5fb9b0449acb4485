import { readFileSync } from "node:fs";
import type { RedisServer } from "../../tests/support/redis-server.ts";
import { median } from "../measure.ts";

/** Memory of Redis and the collecting process, read every two seconds: early and at the end. */
export class MemorySamples {
  readonly #redis: number[] = [];
  readonly #collector: number[] = [];
  readonly #timer: NodeJS.Timeout;

  constructor(redis: RedisServer, collector: () => number) {
    this.#timer = setInterval(() => {
      const held = residentMiB(redis.pid);
      if (held > 0) this.#redis.push(held);
      const own = residentMiB(collector());
      if (own > 0) this.#collector.push(own);
    }, 2_000);
  }

  end() {
    clearInterval(this.#timer);
    const columns = ["Redis MiB: 2nd quarter", "last", "most", "collector MiB: 2nd quarter", "last", "most"];
    const row = [...quarters(this.#redis), ...quarters(this.#collector)];
    return { columns, row, notes: ["MiB: resident memory, medians of the second and the last quarter of the time"] };
  }
}

/** The first quarter is left out, because code is still being loaded. */
function quarters(samples: readonly number[]): number[] {
  const part = (index: number) => samples.slice((index * samples.length) / 4, ((index + 1) * samples.length) / 4);
  return [median(part(1)), median(part(3)), Math.max(...samples)].map(Math.round);
}

function residentMiB(pid: number): number {
  try {
    return Number(/^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "latin1"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
