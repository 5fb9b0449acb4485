import { expect, it } from "vitest";
import type { Outcome } from "../model/outcome.ts";
import type { Calls } from "../worker/calls.ts";
import type { Params } from "../worker/protocol.ts";
import { Budget } from "./budget.ts";
import { runSurely } from "./run-surely.ts";

const racing = { id: "bye", steps: [{ connect: "alice" }, { close: "alice" }] };
const certain = { id: "hello", steps: [{ connect: "alice" }, { expect: { at: "alice", text: "Halo" } }] };

it.each([
  { plays: "failed failed", status: "failed", counted: undefined },
  { plays: "failed passed failed failed", status: "failed", counted: { played: 4, failed: 3 } },
  { plays: "failed passed passed passed", status: "failed", counted: { played: 4, failed: 1 } },
  { plays: "failed passed failed passed passed", status: "failed", counted: { played: 5, failed: 2 } },
  { plays: "passed", status: "passed", counted: undefined },
])("plays a test that may race until it is clear: $plays", async ({ plays, status, counted }) => {
  const { outcome, left } = await surely(racing, plays);
  expect(outcome.status).toBe(status);
  expect(outcome.plays).toEqual(counted);
  expect(outcome.flaky === undefined).toBe(counted === undefined);
  expect(left()).toBe(0);
});

it("plays a test once that cannot end otherwise", async () => {
  const { outcome, left } = await surely(certain, "failed passed");
  expect([outcome.status, left()]).toEqual(["failed", 1]);
});

it.each([
  [certain, "computes passed", "passed"],
  [certain, "computes computes", "failed"],
  // It may have computed by chance the first time.
  [racing, "computes passed passed", "passed"],
  [racing, "computes passed failed failed", "failed"],
])("plays a test again with all CPU time that used up that of a try: %o %s", async (test, plays, status) => {
  const { outcome, left } = await surely(test, plays);
  expect([outcome.status, left()]).toEqual([status, 0]);
});

/** Runs a test whose plays end one after another as the words say. */
async function surely(test: object, plays: string) {
  const endings = plays.split(" ");
  const call = async (_: string, { test: { limits } }: Params<"play">) => {
    const ending = endings.shift();
    const facts = ending === "computes" && { facts: { gaveUp: ending } };
    const status = ending === "computes" ? "failed" : ending;
    return { status, limits, failure: { code: "no-reply", ...facts }, transcript: [] };
  };
  const calls = { isolation: { tier: "full" }, call } as unknown as Calls;
  const params = { test, role: "server", programs: [] } as unknown as Params<"play">;
  const outcome: Outcome = await runSurely(calls, params, { lane: null, budget: new Budget(), begins: () => {} });
  return { outcome, left: () => endings.length };
}
