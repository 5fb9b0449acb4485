import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { GradeRecord } from "../runner/class/class-run.ts";
import { SmallClass } from "./support/small-class.ts";

let small: SmallClass;
beforeAll(async () => {
  small = await SmallClass.of({ budi: "correct-plain", citra: "upper-cases", dewi: "exits-at-once" });
});
afterAll(() => small.remove());

it("shards, merged, are what one run would have made of the class", async () => {
  await small.grade("whole");
  for (const part of [1, 2]) expect((await small.grade(`part-${part}`, "--shard", `${part}/2`)).status).toBe(0);
  const parts = [1, 2].map((part) => small.path(`part-${part}`));

  const half = await small.run("merge", parts[0] as string, "--out", small.path("merged"));
  expect([half.status, half.lines.join("\n")]).toEqual([2, expect.stringContaining("missing: shard 2")]);

  const merged = await small.run("merge", ...parts, "--out", small.path("merged"));
  expect(merged.status).toBe(0);
  expect(await small.marks("merged")).toEqual(await small.marks("whole"));
  expect(await essence("merged")).toEqual(await essence("whole"));
});

/** Everything except times. */
async function essence(out: string) {
  const read = async (file: string) => JSON.parse(await readFile(join(small.path(out), file), "utf8"));
  const { startedAt: _, ...run } = await read("class.json");
  const records = await Promise.all(
    (await readdir(join(small.path(out), "results"))).map((name) => read(`results/${name}`)),
  );
  return { run, records: records.map(steady) };
}

function steady({ result, ...record }: GradeRecord) {
  const { startedAt: _, durationMs: __, ...rest } = result ?? {};
  const tests = result?.tests.map(({ id, status, points, failure, diagnosis }) => ({
    id,
    status,
    points,
    failure,
    diagnosis: diagnosis?.code,
  }));
  return { ...record, ...rest, tests };
}
