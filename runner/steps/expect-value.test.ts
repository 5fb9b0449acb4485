import { expect, it } from "vitest";
import { FakeRun } from "../../tests/support/fake-run.ts";
import { expectValue } from "./expect-value.ts";
import { set } from "./set.ts";

const judged = (step: object) => expectValue.play(step, new FakeRun());

it("takes what is one of the right ones, another one, or within its bounds", async () => {
  expect(await judged({ value: "b", is: ["a", "b"], not: "c" })).toBeNull();
  expect(await judged({ value: "10", least: 9, most: "10" })).toBeNull();
});

it.each([
  [
    { value: "b", is: ["a", "c"] },
    { bound: "is", wanted: "a | c" },
  ],
  [{ value: "b", not: "b" }, { bound: "not" }],
  [
    { value: "9", least: "10" },
    { bound: "least", wanted: "10" },
  ],
  [{ value: 11, most: 10 }, { bound: "most" }],
  [{ value: " ", most: 10 }, { bound: "number" }],
])("fails %j", async (step, facts) => {
  expect(await judged(step)).toMatchObject({ code: "value-differs", facts: { value: String(step.value), ...facts } });
});

it("gives names to values", async () => {
  const run = new FakeRun();
  expect(await set.play({ asked: 7, who: "ann" }, run)).toBeNull();
  expect([...run.values]).toEqual([
    ["asked", "7"],
    ["who", "ann"],
  ]);
});
