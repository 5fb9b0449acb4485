import { expect, it } from "vitest";
import { FakeRun } from "../../tests/support/fake-run.ts";
import { readSlowly } from "./read-slowly.ts";

it.each([
  [{}, { bytes: 65_536, everyMs: 1 }],
  [
    { bytes: "1KiB", every: "20ms" },
    { bytes: 1024, everyMs: 20 },
  ],
])("slows the peer's reading: %j", async (step, pace) => {
  const run = new FakeRun();
  const paces: unknown[] = [];
  run.stream().peer.readSlowly = (asked) => void paces.push(asked);
  expect(await readSlowly.play({ at: "alice", ...step }, run)).toBeNull();
  expect(paces).toEqual([pace]);
});
