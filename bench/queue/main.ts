import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { noRedis } from "../../tests/support/redis-server.ts";
import { moments } from "../kills/moments.ts";
import { printPart } from "../table.ts";
import { checkGrades } from "./check-grades.ts";
import { makeHandIns } from "./made-hand-ins.ts";
import { soak } from "./soak.ts";
import { throughput } from "./throughput.ts";

/**
 * `soak`: grades a large class through a queue while workers, the collecting process and Redis are killed at random
 * moments: nothing may be lost or doubled, and memory must not grow. `throughput`: the cost of the queue, compared with
 * the workers of one machine.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: "string", default: "10000" },
    every: { type: "string", default: "1" },
    workers: { type: "string", default: "2" },
    seconds: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
    keep: { type: "boolean", default: false },
  },
});
const [size, every, workers, seconds, seed] = [
  values.size,
  values.every,
  values.workers,
  values.seconds,
  values.seed,
].map(Number) as [number, number, number, number, number];
const what = positionals[0] ?? "soak";
if (![size, every, workers, seconds, seed].every((number) => number > 0) || !["soak", "throughput"].includes(what)) {
  console.error(
    "usage: npm run soak:queue -- [soak|throughput] [--size N] [--every N: every N-th is a program, the others cannot be opened] [--workers N] [--seconds BETWEEN KILLS] [--seed N] [--keep]",
  );
  process.exit(2);
}
if (noRedis) {
  console.error(`error: ${noRedis}`);
  process.exit(3);
}

const root = await mkdtemp(join(tmpdir(), "wirecheck-queue-"));
try {
  const handIns = await makeHandIns(join(root, "hand-ins"), { size, every });
  if (what === "throughput") printPart(await throughput(root, handIns));
  else {
    const run = await soak(root, { handIns, workers, seconds, random: moments(seed) });
    const faults = await checkGrades(run, handIns);
    printPart({ ...run.table(handIns.expected.size), notes: [...run.notes, ...faults] });
    process.exitCode = faults.length === 0 ? 0 : 1;
  }
} finally {
  if (!values.keep) await rm(root, { recursive: true, force: true });
}
