import { expect, it } from "vitest";
import type { TranscriptEvent } from "../../runner/model/seen.ts";
import { sampleTest } from "../../tests/support/sample-results.ts";
import { apply, mostRuns } from "./apply.ts";
import type { Message, RunSummary, State } from "./contract.ts";

const empty: State = {
  lab: { id: "lab", title: { en: "Lab", id: "Lab" }, summary: null, handout: null, programs: [], tests: [] },
  ...{ handIn: "server.py", language: "en", runs: [], now: null },
};
const run = (n: number, state: RunSummary["state"] = "playing"): RunSummary => ({
  ...{ n, reason: "saved", startedAt: "2026-01-05T03:42:00.000Z", seed: 1, state, points: 0, most: 6, endings: {} },
});
const after = (messages: Message[], state = empty) => messages.reduce(apply, state);
const event = (atMs: number): TranscriptEvent => ({ atMs, who: "server", kind: "started" });
const seen = (play: number, atMs: number): Message => ({
  ...{ type: "seen", test: "echo", play, beganAtMs: 0, events: [event(atMs)] },
});

it("lets a conversation grow, and begins anew where a test is played again", () => {
  const began: Message[] = [
    { type: "run-began", run: run(1) },
    { type: "test-began", test: "echo" },
  ];
  expect(after([...began, seen(3, 1), seen(3, 2)]).now?.live.echo?.transcript.map(({ atMs }) => atMs)).toEqual([1, 2]);
  expect(after([...began, seen(3, 1), seen(4, 5)]).now?.live.echo?.transcript.map(({ atMs }) => atMs)).toEqual([5]);
});

it("shows the last result of a test until it ends anew", () => {
  const passed = sampleTest({ id: "echo" });
  const failed = sampleTest({ id: "echo", status: "failed" });
  const ended = after([
    { type: "run-began", run: run(1) },
    { type: "test-ended", test: passed, run: run(1) },
  ]);
  const again = after(
    [
      { type: "run-began", run: run(2) },
      { type: "found", programs: [], tests: ["echo"] },
    ],
    ended,
  );
  expect(again.now).toMatchObject({ n: 2, waiting: ["echo"], tests: { echo: { status: "passed" } } });
  const over = apply(again, { type: "test-ended", test: failed, run: run(2) });
  expect(over.now).toMatchObject({ waiting: [], live: {}, tests: { echo: { status: "failed" } } });
});

it("keeps the last runs, without those that were given up", () => {
  const many = Array.from(
    { length: mostRuns + 3 },
    (_, index): Message => ({ type: "run-began", run: run(index + 1) }),
  );
  const state = after([...many, { type: "run-given-up", n: mostRuns + 2 }]);
  expect(state.runs.map(({ n }) => n)).not.toContain(mostRuns + 2);
  expect(state.runs).toHaveLength(mostRuns - 1);
});
