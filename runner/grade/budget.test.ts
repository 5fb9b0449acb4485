import { expect, it } from "vitest";
import type { Outcome } from "../model/outcome.ts";
import type { Params } from "../worker/protocol.ts";
import { Budget } from "./budget.ts";

const params = (test: object = {}, role = "server") =>
  ({ test: { id: "echo", ...test }, role, programs: [] }) as unknown as Params<"play">;
const ended = (gaveUp?: string) =>
  ({ status: "failed", failure: { code: "no-reply", ...(gaveUp && { facts: { gaveUp } }) } }) as unknown as Outcome;

it("grants a program that computed for ever less from then on, and says so", () => {
  const budget = new Budget();
  const waiting = budget.turn(params());
  const first = budget.turn(params());
  expect(first.params.test.limits).toBeUndefined();
  expect(first.ended(ended("computes")).failure?.facts).toEqual({ gaveUp: "computes" });
  expect(budget.isKnown("server", ended("computes"))).toBe(false);
  expect(waiting.params.test.limits).toEqual({ processor: "1s" });
  expect(waiting.ended(ended("computes")).failure?.facts).toEqual({ gaveUp: "computes", hadLess: true });
  expect(budget.isKnown("server", ended("computes"))).toBe(true);
  expect(budget.turn(params({}, "client")).params.test.limits).toBeUndefined();
});

it("grants a program that computed for ever when it was first launched less in every test", () => {
  const budget = new Budget([{ role: "server", computesOn: true }, { role: "client" }]);
  expect(budget.turn(params()).params.test.limits).toEqual({ processor: "1s" });
  expect(budget.turn(params({}, "client")).params.test.limits).toBeUndefined();
});

it("grants one that idles less after the fourth time, but for tests that ask for their time themselves", () => {
  const budget = new Budget();
  for (let times = 0; times < 4; times++) {
    const turn = budget.turn(params());
    expect(turn.params.test.limits).toBeUndefined();
    turn.ended(ended("idle"));
  }
  expect(budget.turn(params()).params.test.limits).toEqual({ idle: "1s" });
  expect(budget.turn(params({ limits: { idle: "9s" } })).params.test.limits).toEqual({ idle: "9s" });
});

it("counts no failure that is seen at once", () => {
  const budget = new Budget();
  for (let times = 0; times < 20; times++) budget.turn(params()).ended(ended("stuck"));
  expect(budget.turn(params()).params.test.limits).toBeUndefined();
  expect(budget.isKnown("server", ended("stuck"))).toBe(false);
});

it("grants a fork bomb fewer processes after the second time", () => {
  const budget = new Budget();
  const bomb = { failure: { code: "no-reply", facts: { gaveUp: "gone", limit: "processes" } } } as unknown as Outcome;
  for (let times = 0; times < 2; times++) budget.turn(params()).ended(bomb);
  expect(budget.isKnown("server", bomb)).toBe(false);
  const third = budget.turn(params());
  expect(third.params.test.limits).toEqual({ processes: 64 });
  expect(third.ended(bomb).failure?.facts).toMatchObject({ hadLess: true });
  expect(budget.isKnown("server", bomb)).toBe(true);
});
