import { expect, test } from "vitest";
import type { Look } from "../watch/look.ts";
import { Transcript } from "../wire/transcript.ts";
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
  const watcher = { observe: () => ({ assessment: { state: "running" }, sinceMs: 0, look: lookAt(++looks) }) };
  const patience = new Patience({
    transcript: new Transcript(),
    watcher: watcher as unknown as Watcher,
    limits,
    allGone: () => false,
    isHeld: () => false,
  });
  return { patience, looks: () => looks };
}

function lookAt(count: number): Look {
  const thread = { tid: 10, name: "a.out", state: "R", cpuTicks: count * 6, switches: 0, delayedMs: 0, call: null };
  const program = { pid: 10, parent: 1, executable: "a.out", runtime: "native", unreadable: false } as const;
  const processes = [{ ...program, timers: [], threads: [thread], descriptors: new Map() }];
  return { atMs: performance.now(), processes, sockets: [] };
}
