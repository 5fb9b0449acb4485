import { expect, test } from "vitest";
import { type Disturbance, DisturbedLine } from "./disturbance.ts";

const calm: Disturbance = { loseFirst: 0, lose: 0, duplicate: 0, delayMs: [0, 0] };

/** The fates of datagrams on a line that draws these numbers, four for each. */
function fates(disturbance: Partial<Disturbance>, ...drawn: number[]): number[][] {
  const line = new DisturbedLine({ ...calm, ...disturbance }, () => drawn.shift() ?? 0);
  return Array.from({ length: drawn.length / 4 }, () => line.next());
}

test("carries every datagram once and at once where nothing is disturbed", () => {
  expect(fates({}, 0, 0, 0, 0, 0.99, 0.99, 0.99, 0.99)).toEqual([[0], [0]]);
});

test("loses the first so many", () => {
  expect(fates({ loseFirst: 1 }, 0, 0, 0, 0, 0, 0, 0, 0)).toEqual([[], [0]]);
});

test("loses and doubles the shares it is told", () => {
  expect(fates({ lose: 0.2, duplicate: 0.1 }, 0.19, 0, 0, 0, 0.2, 0.09, 0, 0, 0.2, 0.1, 0, 0)).toEqual([
    [],
    [0, 0],
    [0],
  ]);
});

test("delays each copy by a time of its own within the span", () => {
  expect(fates({ duplicate: 1, delayMs: [10, 30] }, 0.5, 0.5, 0, 0.5)).toEqual([[10, 20]]);
});
