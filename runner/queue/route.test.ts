import { expect, it } from "vitest";
import { mismatch, parseLabels, queueName, queuesOf, type Route } from "./route.ts";

const plain: Route = { wirecheck: "1.2.3", tier: "full", watch: true, labels: [], key: "0a1b2c3d" };

it("a worker grades from the queues that ask for none, some or all of its labels", () => {
  expect(queuesOf({ ...plain, labels: ["gpu", "java"] })).toEqual([
    "1.2.3_full_0a1b2c3d",
    "1.2.3_full_0a1b2c3d_gpu",
    "1.2.3_full_0a1b2c3d_java",
    "1.2.3_full_0a1b2c3d_gpu_java",
  ]);
});

it.each<[Partial<Route>, string | null]>([
  [{}, null],
  [{ labels: ["gpu"] }, null],
  [{ wirecheck: "1.2.4" }, "is wirecheck 1.2.4, and not 1.2.3"],
  [{ key: "ffffffff" }, "has another course key"],
  [{ tier: "ports" }, "has tier ports, and not full"],
  [{ watch: false }, "does not watch programs"],
])("a worker that differs in %o is told apart, and gets another queue", (difference, why) => {
  const worker = { ...plain, ...difference };
  expect(mismatch(plain, worker)).toBe(why);
  expect(queuesOf(worker).includes(queueName(plain))).toBe(why === null);
});

it("labels are few, small, sorted, and each there once", () => {
  expect(parseLabels("java, gpu,java")).toEqual(["gpu", "java"]);
  for (const written of ["", "a,", "Ünï", "a:b", "a,b,c,d,e"]) expect(parseLabels(written)).toBeNull();
});
