import { hardestOf, type Insight, mostFrequent, statistics } from "../../support/insight.ts";
import type { PlannedTest } from "../contract.ts";
import type { DeskRow } from "./contract.ts";

/** Statistics of a class from the rows graded so far. */
export interface SeenInRows extends Pick<Insight, "graded" | "mean" | "median" | "hardest" | "causes"> {
  errors: number;
  missing: number;
}

/** Computes the statistics in one pass over the rows. */
export function seenInRows(rows: readonly DeskRow[], tests: readonly PlannedTest[]): SeenInRows {
  const graded = rows.filter(({ percent, state }) => percent !== null && state !== "missing");
  const causes = new Map<string, number>();
  for (const code of rows.flatMap((row) => row.causes)) causes.set(code, (causes.get(code) ?? 0) + 1);
  const counted = tests.filter(({ optional }) => !optional);
  const hard = counted.map((test) => {
    const endings = rows.map((row) => row.endings[test.id]);
    const passed = endings.filter((ending) => ending === "passed").length;
    return { test, passed, judged: passed + endings.filter((ending) => ending === "failed").length };
  });
  const { mean, median } = statistics(graded.flatMap(({ percent }) => percent ?? []));
  return {
    ...{ graded: graded.length, mean, median },
    errors: rows.filter(({ state }) => state === "error").length,
    missing: rows.filter(({ state }) => state === "missing").length,
    hardest: hardestOf(hard),
    causes: mostFrequent(causes),
  };
}
