import { expect, test } from "vitest";
import { Transcript } from "../wire/transcript.ts";
import { lookAt } from "./made-look.ts";
import { Patience } from "./patience.ts";
import type { Watcher } from "./watcher.ts";

const limits = { idleMs: 5000, processorMs: 100, wallMs: 60_000 };

test("gives up on a program that only computes", async () => {
  const { patience } = busyProgram();
  expect(await patience.until(() => undefined)).toMatchObject({ gaveUp: { why: "computes" } });
});

test("is patient with a program that works its way through many bytes, while it does", async () => {
  const { patience, looks } = busyProgram();
  // As many in each look as begin the wait anew; after twenty looks no more.
  const passedBytes = () => Math.min(looks(), 20) * 256 * 1024;
  expect(await patience.until(() => undefined, { passedBytes })).toMatchObject({ gaveUp: { why: "computes" } });
  expect(looks()).toBeGreaterThan(20);
});

/** A program that has used 60 ms more of the processor at each look. */
function busyProgram() {
  let looks = 0;
  const look = () => lookAt(performance.now(), { state: "R", cpuTicks: ++looks * 6 });
  const watcher = { observe: () => ({ assessment: { state: "running" }, sinceMs: 0, look: look() }) };
  const patience = new Patience({
    transcript: new Transcript(),
    watcher: watcher as unknown as Watcher,
    limits,
    allGone: () => false,
    isHeld: () => false,
  });
  return { patience, looks: () => looks };
}
