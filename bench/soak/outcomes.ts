import type { Judged } from "../../tests/support/judged.ts";
import type { Verdicts } from "./grade-fixture.ts";

/** Counts how each test of each fixture ended, by circumstances. */
export class Outcomes {
  /** By fixture and test: the expected outcome, and the number of each seen outcome by circumstances. */
  readonly #tests = new Map<string, { expected: string; seen: Map<string, Map<string, number>> }>();

  /** Number of tests graded so far, without those not played. */
  graded = 0;

  /** Adds one run; a line for each test that did not end as its fixture expects. */
  add(fixture: Judged, circumstances: string, verdicts: Verdicts): string[] {
    const unexpected: string[] = [];
    for (const [test, { outcome, optional, said = "" }] of Object.entries(verdicts)) {
      if (outcome !== "skipped") this.graded += 1;
      const key = `${fixture.lab}/${fixture.name} ${test}`;
      const fresh = () => ({ expected: expectedOf(fixture, test, optional), seen: new Map() });
      const { expected, seen } = entry(this.#tests, key, fresh);
      const counts = entry(seen, outcome, () => new Map<string, number>());
      counts.set(circumstances, (counts.get(circumstances) ?? 0) + 1);
      if (!isExpected(outcome, expected)) unexpected.push(`${key}: ${outcome}; expected: ${expected}. ${said}`);
    }
    return unexpected;
  }

  /** A line for each test that did not always end the same way, or not as its fixture expects. */
  differences(): string[] {
    return [...this.#tests].flatMap(([key, { expected, seen }]) => {
      if (seen.size === 1 && [...seen.keys()].every((only) => isExpected(only, expected))) return [];
      const outcomes = [...seen].map(([outcome, counts]) => `${outcome} ${countsText(counts)}`);
      return [`${key}: ${outcomes.join("; ")}; expected: ${expected}`];
    });
  }

  /** A line for each hand-in of which nothing was known: every test that it did not pass, and how often. */
  learnt(all: readonly Judged[]): string[] {
    return all.flatMap(({ lab, name, expected }) => {
      if (isKnown(expected)) return [];
      const own = [...this.#tests].filter(([key]) => key.startsWith(`${lab}/${name} `));
      const losses = own.flatMap(([key, { seen }]) => {
        const test = key.slice(`${lab}/${name} `.length);
        return [...seen]
          .filter(([outcome]) => outcome !== "passed")
          .map(([how, counts]) => `${test} ${how} ${sum(counts)}×`);
      });
      return [`${lab}/${name}: ${losses.join(", ") || "passed everything"}`];
    });
  }
}

/** The expected outcome where none is known, and of extra credit that is not listed: any, but always the same. */
const anything = "always the same";

function isExpected(outcome: string, expected: string): boolean {
  return expected === anything || outcome === expected;
}

function expectedOf({ expected }: Judged, test: string, optional: boolean): string {
  const { fails, skips } = expected;
  if (!isKnown(expected)) return anything;
  if (test in fails) return fails[test] ? `failed ${fails[test]}` : "failed";
  if (optional) return anything;
  return skips.includes(test) ? "skipped" : "passed";
}

function isKnown({ flaw, style }: Judged["expected"]): boolean {
  return flaw !== undefined || style !== undefined;
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((all, count) => all + count, 0);
}

function countsText(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([circumstances, count]) => `${count}× (${circumstances})`).join(" and ");
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
