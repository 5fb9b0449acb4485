import { expect, it } from "vitest";
import * as z from "zod";
import { FakeRun } from "../../tests/support/fake-run.ts";
import { composites } from "./together.ts";

const { together, repeat } = composites(z.record(z.string(), z.unknown()));
const connects = [{ connect: "client-{n}" }];

it("together: plays all lists at once", async () => {
  const run = new FakeRun();
  const branches = [[{ connect: "alice" }], [{ connect: "bob" }]];
  expect(await together.play(branches, run)).toBeNull();
  expect(run.played).toEqual([branches]);
});

it("repeat: plays rounds in turn, each with its number", async () => {
  const run = new FakeRun();
  expect(await repeat.play({ times: 2, steps: connects }, run)).toBeNull();
  expect(run.played).toEqual([[{ connect: "client-1" }], [{ connect: "client-2" }]]);
});

it("repeat: plays all rounds at once where that is asked for", async () => {
  const run = new FakeRun();
  expect(await repeat.play({ times: 2, "at-once": true, steps: connects }, run)).toBeNull();
  expect(run.played).toEqual([[[{ connect: "client-1" }], [{ connect: "client-2" }]]]);
});

it("repeat: leaves the name of an inner repeat to that one", async () => {
  const run = new FakeRun();
  const inner = { repeat: { times: 2, steps: connects } };
  const other = { repeat: { times: 2, as: "i", steps: [{ connect: "c-{n}-{i}" }] } };
  expect(await repeat.play({ times: 1, steps: [inner, other] }, run)).toBeNull();
  expect(run.played).toEqual([[inner, { repeat: { times: 2, as: "i", steps: [{ connect: "c-1-{i}" }] } }]]);
});

it("repeat: ends with the first round that fails", async () => {
  const run = new FakeRun();
  const failure = { code: "not-closed", who: "alice" } as const;
  const rounds: unknown[] = [];
  const play = async (steps: unknown) => {
    rounds.push(steps);
    return failure;
  };
  expect(await repeat.play({ times: 3, steps: connects }, Object.assign(run, { play }))).toEqual(failure);
  expect(rounds).toHaveLength(1);
});
