import { setImmediate as turn } from "node:timers/promises";
import { expect, it } from "vitest";
import type { Outcome } from "../model/outcome.ts";
import type { Calls } from "../worker/calls.ts";
import type { Params } from "../worker/protocol.ts";
import { WorkerDied } from "../worker/worker-process.ts";
import { LaunchLane } from "./launch-lane.ts";

type Call = "shared" | "fresh" | "end";

/** How each test ends; it passes where nothing is said. */
type Endings = Readonly<Record<string, { shared?: Outcome["status"]; fresh?: Outcome["status"]; computesOn?: true }>>;

/** Calls to one worker, whose tests end as the constructor says, on a shared launch and on a fresh one. */
class FakeCalls {
  readonly calls: [test: string, how: Call][] = [];
  /** Each test that was played on a fresh launch, and how many others were being played so when it began. */
  readonly besides: [test: string, others: number][] = [];
  #playing = 0;
  readonly #endings: Endings;
  #isUsed = false;

  constructor(endings: Endings) {
    this.#endings = endings;
  }

  lane(): LaunchLane {
    return new LaunchLane(this as unknown as Calls);
  }

  withWorker<T>(use: (worker: { call: FakeCalls["callWorker"] }) => Promise<T>): Promise<T> {
    return use({ call: (method, params) => this.callWorker(method, params) });
  }

  async call(_: "play", { test }: Params<"play">): Promise<Outcome> {
    this.calls.push([test.id, "fresh"]);
    this.besides.push([test.id, this.#playing]);
    this.#playing += 1;
    if (this.#endings[test.id]?.computesOn) await turn();
    this.#playing -= 1;
    return ended(test.id, this.#endings[test.id]?.fresh);
  }

  async callWorker(method: string, params: Params<"play"> | null): Promise<unknown> {
    if (method === "endLaunch" || params === null) {
      this.calls.push(["", "end"]);
      return null;
    }
    const { id } = params.test;
    this.calls.push([id, "shared"]);
    const wasUsed = this.#isUsed;
    const outcome = ended(id, this.#endings[id]?.shared);
    this.#isUsed = outcome.status === "passed";
    return wasUsed ? { ...outcome, ...this.#endings[id], sharedLaunch: true } : outcome;
  }
}

function ended(test: string, status: Outcome["status"] = "passed"): Outcome {
  const nothing = { failure: null, diagnosis: null, error: null, durationMs: 1, transcript: [] };
  return { test, status, ...nothing, output: { stdout: "", stderr: "" } };
}

function play(lane: LaunchLane, ...ids: string[]): Promise<Outcome[]> {
  return Promise.all(ids.map((id) => lane.play({ test: { id } } as Params<"play">)));
}

it("plays tests in turn on one launch, and ends it", async () => {
  const calls = new FakeCalls({});
  const outcomes = await play(calls.lane(), "one", "two", "three");
  expect(outcomes.map(({ sharedLaunch }) => sharedLaunch ?? false)).toEqual([false, true, true]);
  expect(calls.calls).toEqual([
    ["one", "shared"],
    ["two", "shared"],
    ["three", "shared"],
    ["", "end"],
  ]);
});

it("goes on with the launch of a gate for the tests that come when it has passed", async () => {
  const calls = new FakeCalls({});
  const lane = calls.lane();
  await play(lane, "gate");
  await play(lane, "one", "two");
  expect(calls.calls).toEqual([
    ["gate", "shared"],
    ["one", "shared"],
    ["two", "shared"],
    ["", "end"],
  ]);
});

it("plays all that shared a launch again, each on its own, once a test fails on it", async () => {
  const calls = new FakeCalls({ two: { fresh: "failed" }, three: { shared: "failed" } });
  const outcomes = await play(calls.lane(), "one", "two", "three", "four");
  expect(outcomes.map(({ status }) => status)).toEqual(["passed", "failed", "passed", "passed"]);
  expect(outcomes.some(({ sharedLaunch }) => sharedLaunch)).toBe(false);
  expect(calls.calls.filter(([, how]) => how === "fresh").map(([test]) => test)).toEqual(["two", "three", "four"]);
});

it("waits for the end of a test in which the program seems to compute for ever before it plays others", async () => {
  const calls = new FakeCalls({ two: { shared: "failed", fresh: "failed", computesOn: true } });
  const outcomes = await play(calls.lane(), "one", "two", "three");
  expect(outcomes.map(({ status }) => status)).toEqual(["passed", "failed", "passed"]);
  expect(calls.besides).toEqual([
    ["two", 0],
    ["three", 0],
  ]);
});

it("believes a failure on a launch that no other test used", async () => {
  const calls = new FakeCalls({ one: { shared: "failed" } });
  const outcomes = await play(calls.lane(), "one", "two");
  expect(outcomes.map(({ status }) => status)).toEqual(["failed", "passed"]);
  expect(calls.calls).toEqual([
    ["one", "shared"],
    ["", "end"],
    ["two", "fresh"],
  ]);
});

it("plays later tests on launches of their own after a failure", async () => {
  const calls = new FakeCalls({ one: { shared: "failed" } });
  const lane = calls.lane();
  await play(lane, "one");
  await play(lane, "two");
  expect(calls.calls.at(-1)).toEqual(["two", "fresh"]);
});

it("hands a worker's failure to every test that waits", async () => {
  const calls = new FakeCalls({});
  calls.callWorker = () => Promise.reject(new Error("the worker died"));
  const outcomes = await Promise.allSettled(["one", "two"].map((id) => play(calls.lane(), id)));
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
});

it("plays each test on its own where the worker is lost that played them in turn", async () => {
  const calls = new FakeCalls({ two: { fresh: "failed" } });
  calls.callWorker = () => Promise.reject(new WorkerDied("the worker is gone"));
  const outcomes = await play(calls.lane(), "one", "two");
  expect(outcomes.map(({ status }) => status)).toEqual(["passed", "failed"]);
});
