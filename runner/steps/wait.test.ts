import { expect, it } from "vitest";
import { FakeRun } from "../../tests/support/fake-run.ts";
import { wait } from "./wait.ts";

it.each([
  ["50ms", 50],
  ["1.5s", 1500],
  ["1min", 60_000],
])("lets %s pass", async (written, ms) => {
  const run = new FakeRun();
  expect(await wait.play(written, run)).toBeNull();
  expect(run.waitsMs).toBe(ms);
});
