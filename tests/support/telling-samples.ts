import { type Fixture, listReferences } from "./fixture.ts";
import { type Judged, listJudged } from "./judged.ts";

/**
 * Enough samples to see each test of every lab passed and failed: all references, and flawed programs until every test is
 * failed by one. `wirecheck verify` plays all samples, which takes many minutes.
 */
export async function tellingSamples(): Promise<Fixture[]> {
  const flawed = (await listJudged()).map((fixture) => ({ fixture, fails: failedTests(fixture) }));
  // Those that fail most come first, so that few are needed.
  flawed.sort((one, other) => other.fails.length - one.fails.length);
  const seen = new Set<string>();
  const chosen = flawed.filter(({ fails }) => {
    const isTelling = fails.some((test) => !seen.has(test));
    for (const test of fails) seen.add(test);
    return isTelling;
  });
  return [...listReferences(), ...chosen.map(({ fixture }) => fixture)];
}

function failedTests({ lab, expected }: Judged): string[] {
  return Object.keys(expected.fails).map((test) => `${lab} ${test}`);
}
