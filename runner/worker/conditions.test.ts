import { expect, it } from "vitest";
import { defaultLimits } from "../arena/limits.ts";
import { conditions } from "./conditions.ts";

it("grants what is usual where neither the test nor its lab says anything", () => {
  const { patience, limits, isUnwatched } = conditions(undefined, undefined);
  expect(patience).toEqual({ idleMs: 5000, processorMs: 5000, wallMs: 60_000 });
  expect(limits).toEqual(defaultLimits);
  expect(isUnwatched).toBe(false);
});

it("grants what is written, and leaves the rest as it is", () => {
  const { patience, limits } = conditions({ idle: "1s", memory: 64, output: 2 }, undefined);
  expect(patience).toMatchObject({ idleMs: 1000, processorMs: 5000 });
  expect(limits).toEqual({ ...defaultLimits, memoryBytes: 64 * 1024 ** 2, outputBytes: 2 * 1024 ** 2 });
});

it("is blind, and as much more patient as the machine is slow, where programs cannot be watched", () => {
  const { patience, isUnwatched } = conditions(undefined, 3);
  expect(patience).toMatchObject({ idleMs: 5000, slowness: 3 });
  expect(isUnwatched).toBe(true);
});
