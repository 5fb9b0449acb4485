import { expect, it } from "vitest";
import type { Outcome } from "../model/outcome.ts";
import type { Params } from "../worker/protocol.ts";
import { Budget } from "./budget.ts";

const params = (test: object = {}, role = "server") =>
  ({ test: { id: "echo", ...test }, role, programs: [] }) as unknown as Params<"play">;
const ended = (gaveUp?: string) =>
  ({ status: "failed", failure: { code: "no-reply", ...(gaveUp && { facts: { gaveUp } }) } }) as unknown as Outcome;

const seconds = { processor: "1s" };

it("grants a program that computed for ever with all CPU time less from then on, and says so", () => {
  const budget = new Budget();
  const waiting = budget.turn(params());
  const whole = budget.turn(params(), true);
  expect(whole.params.test.limits).toBeUndefined();
  expect(whole.ended(ended("computes")).failure?.facts).toEqual({ gaveUp: "computes" });
  expect(budget.isKnown("server", ended("computes"))).toBe(false);
  expect(waiting.params).toMatchObject({ test: { limits: seconds }, computesOn: true });
  expect(waiting.isOpen(ended("computes"))).toBe(false);
  expect(waiting.ended(ended("computes")).failure?.facts).toEqual({ gaveUp: "computes", hadLess: true });
  expect(budget.isKnown("server", ended("computes"))).toBe(true);
  expect(budget.turn(params({}, "client")).params.computesOn).toBe(false);
});

it("lets one play after another have all CPU time, until one shows that the program computes for ever", async () => {
  const budget = new Budget();
  const tries = [budget.turn(params()), budget.turn(params())];
  const wholes: string[] = [];
  const decided = tries.map((turn, index) => {
    expect(turn.params).toMatchObject({ test: { limits: seconds }, computesOn: false });
    expect(turn.isOpen(ended("computes"))).toBe(true);
    const whole = async () => {
      wholes.push(`play ${index}`);
      return budget.turn(params(), true).ended(ended("computes"));
    };
    return budget.decide("server", () => turn.ended(ended("computes")), whole);
  });
  const hadLess = (await Promise.all(decided)).map(({ failure }) => failure?.facts?.hadLess);
  expect([wholes, hadLess]).toEqual([["play 0"], [undefined, true]]);
});

it("grants all CPU time from then on to a program that needed more than a try has", async () => {
  const budget = new Budget();
  const passed = { status: "passed", failure: null } as unknown as Outcome;
  const whole = async () => budget.turn(params(), true).ended(passed);
  expect(await budget.decide("server", () => ended("computes"), whole)).toBe(passed);
  expect(budget.turn(params()).params.test.limits).toBeUndefined();
});

it("lets the play in which a program seems to compute for ever decide, and the others wait for it", async () => {
  const budget = new Budget();
  const [suspect, other] = [budget.turn(params()), budget.turn(params())];
  suspect.suspect();
  expect(suspect.params.test.limits).toBeUndefined();
  let waited = false;
  const undisturbed = other.undisturbed().then(() => {
    waited = true;
  });
  await Promise.resolve();
  expect(waited).toBe(false);
  suspect.ended(ended("computes"));
  suspect.close();
  await undisturbed;
  expect(other.params.computesOn).toBe(true);
});

it("grants a program that computed for ever when it was first launched less in every test", () => {
  const budget = new Budget([{ role: "server", computesOn: true }, { role: "client" }]);
  expect(budget.turn(params()).params.computesOn).toBe(true);
  expect(budget.turn(params({}, "client")).params.computesOn).toBe(false);
});

it("keeps a CPU time that is shorter than that of a try", () => {
  const limits = { processor: "500ms" };
  expect(new Budget().turn(params({ limits })).params.test.limits).toEqual(limits);
});

it("grants one that idles less after the fourth time, but for tests that ask for their time themselves", () => {
  const budget = new Budget();
  for (let times = 0; times < 4; times++) {
    const turn = budget.turn(params());
    expect(turn.params.test.limits).toEqual(seconds);
    turn.ended(ended("idle"));
  }
  expect(budget.turn(params()).params.test.limits).toEqual({ ...seconds, idle: "1s" });
  expect(budget.turn(params({ limits: { idle: "9s" } })).params.test.limits).toEqual({ ...seconds, idle: "9s" });
});

it("counts no failure that is seen at once", () => {
  const budget = new Budget();
  for (let times = 0; times < 20; times++) budget.turn(params()).ended(ended("stuck"));
  expect(budget.turn(params()).params.test.limits).toEqual(seconds);
  expect(budget.isKnown("server", ended("stuck"))).toBe(false);
});

it("grants a fork bomb fewer processes after the second time", () => {
  const budget = new Budget();
  const bomb = { failure: { code: "no-reply", facts: { gaveUp: "gone", limit: "processes" } } } as unknown as Outcome;
  for (let times = 0; times < 2; times++) budget.turn(params()).ended(bomb);
  expect(budget.isKnown("server", bomb)).toBe(false);
  const third = budget.turn(params());
  expect(third.params.test.limits).toEqual({ ...seconds, processes: 64 });
  expect(third.ended(bomb).failure?.facts).toMatchObject({ hadLess: true });
  expect(budget.isKnown("server", bomb)).toBe(true);
});
