import { expect, test } from "vitest";
import { LookBudget } from "./look-budget.ts";

/** The moments of four seconds, asked every 20 ms, at which a look that costs so much is allowed. */
function looksOf(costMs: number): number[] {
  const budget = new LookBudget();
  const moments: number[] = [];
  for (let nowMs = 0; nowMs < 4000; nowMs += 20) {
    if (!budget.allows(nowMs)) continue;
    budget.spend(nowMs, costMs);
    moments.push(nowMs);
  }
  return moments;
}

test("looks at every opportunity when that costs next to nothing", () => {
  expect(looksOf(0.3)).toHaveLength(200);
});

test("looks seldom when it costs much, but then twice in quick succession", () => {
  const moments = looksOf(30);
  expect(moments.length * 30).toBeLessThan(40 + 2 * 30 + 4000 / 50);
  const gaps = moments.slice(1).map((moment, index) => moment - (moments[index] as number));
  for (const [index, gap] of gaps.entries()) expect(gap > 100 ? (gaps[index + 1] ?? 20) : 20).toBe(20);
  expect(gaps.some((gap) => gap > 100)).toBe(true);
});
