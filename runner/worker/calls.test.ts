import { expect, it, vi } from "vitest";
import type { Isolation } from "../model/result.ts";
import { callsOf } from "./calls.ts";
import { WorkerDied, WorkerFailure } from "./worker-process.ts";

const isolation = { tier: "full" } as Isolation;

it("says for whom a call is made and what it does", async () => {
  const call = vi.fn(async () => null as never);
  const calls = callsOf("budi", isolation, {
    call,
    callAlone: call,
    withWorker: async (use) => use({ call, end: async () => {} }),
  });
  const test = { id: "echo-text" };
  await calls.call("play", { test } as never);
  await calls.callAlone("build", {} as never);
  await calls.withWorker((worker) => worker.call("discover", {} as never));
  expect(call.mock.calls.map(([made]: unknown[]) => (made as { about: string }).about)).toEqual([
    "budi, test echo-text",
    "budi, its build",
    "budi, the way its programs are launched",
  ]);
});

it("makes no further call for a hand-in that costs workers, and goes on after any other failure", async () => {
  const faults = [new WorkerFailure("a fault of its own"), new WorkerDied("a grading worker ended")];
  const call = vi.fn(async () => {
    throw faults.shift();
  });
  const calls = callsOf("budi", isolation, {
    call,
    callAlone: call,
    withWorker: async (use) => use({ call, end: async () => {} }),
  });
  await expect(calls.call("endLaunch", null)).rejects.toThrow("a fault of its own");
  await expect(calls.call("endLaunch", null)).rejects.toThrow("a grading worker ended");
  await expect(calls.callAlone("endLaunch", null)).rejects.toThrow("not begun, because before a grading worker ended");
  expect(call).toHaveBeenCalledTimes(2);
});
