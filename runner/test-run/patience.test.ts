import { expect, test } from "vitest";
import { lookAt } from "../../tests/support/made-look.ts";
import { Transcript } from "../wire/transcript.ts";
import { Patience } from "./patience.ts";
import type { PatienceLimits } from "./wait-clock.ts";
import type { Watcher } from "./watcher.ts";

const limits = { idleMs: 5000, processorMs: 100, wallMs: 60_000 };

test("gives up on a program that only computes", async () => {
  const { patience } = busyProgram();
  expect(await patience.until(() => undefined)).toMatchObject({ gaveUp: { why: "computes" } });
});

test("says of a program that computes beyond a limit that it was ended for that", async () => {
  let isGone = false;
  const { patience } = busyProgram({
    allGone: () => isGone,
    endPastLimits: async () => {
      isGone = true;
      return true;
    },
  });
  expect(await patience.until(() => undefined)).toMatchObject({ gaveUp: { why: "gone" } });
});

test("is patient with a program that works its way through many bytes, while it does", async () => {
  const { patience, looks } = busyProgram();
  // As many in each look as begin the wait anew; after twenty looks no more.
  const passedBytes = () => Math.min(looks(), 20) * 256 * 1024;
  expect(await patience.until(() => undefined, { passedBytes })).toMatchObject({ gaveUp: { why: "computes" } });
  expect(looks()).toBeGreaterThan(20);
});

test("takes no program for stuck that waited for its output to be read", async () => {
  const transcript = new Transcript();
  let printed = 0;
  // Each time it is seen, it has filled a pipe that this process has not come to read yet.
  const watcher = {
    observe() {
      setImmediate(() => {
        printed++;
        transcript.record("server", "stdout", { bytes: Buffer.from("line\n") });
      });
      return {
        assessment: { state: "stuck", blocked: [] },
        sinceMs: performance.now(),
        look: lookAt(performance.now(), {}),
        usedMs: 0,
      };
    },
  };
  const patience = new Patience(inputOf(watcher, transcript));
  expect(await patience.until(() => (printed >= 3 ? "answered" : undefined))).toEqual({ value: "answered" });
});

test("waits for silence no longer on a slow machine that does not watch programs: a timer may send something later", async () => {
  const look = () => lookAt(performance.now(), {});
  const watcher = {
    isUnwatched: true,
    observe: () => ({ assessment: { state: "unknown" }, sinceMs: 0, look: look() }),
  };
  const patience = new Patience(inputOf(watcher, new Transcript(), { ...limits, slowness: 1000 }));
  const timerMs = performance.now() + 1000;
  const comes = () => (performance.now() > timerMs ? "again" : undefined);
  const silence = { idleMs: 20, isForSilence: true } as const;
  expect(await patience.until(comes, silence)).toMatchObject({ gaveUp: { why: "idle", limitMs: 20 } });
});

/** A program that has used 60 ms more of the processor at each look. */
function busyProgram(ending = {}) {
  let looks = 0;
  const look = () => lookAt(performance.now(), { state: "R" });
  const watcher = {
    observe: () => ({ assessment: { state: "running" }, sinceMs: 0, look: look(), usedMs: ++looks * 60 }),
  };
  return { patience: new Patience({ ...inputOf(watcher, new Transcript()), ...ending }), looks: () => looks };
}

function inputOf(watcher: { observe(): unknown }, transcript: Transcript, own: PatienceLimits = limits) {
  return {
    transcript,
    watcher: watcher as unknown as Watcher,
    limits: own,
    allGone: () => false,
    endPastLimits: async () => false,
    isHeld: () => false,
  };
}
