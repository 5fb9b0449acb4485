import { readExpected } from "../../runner/verify/expected.ts";
import { type Fixture, listFixtures, listReferences } from "./fixture.ts";

/**
 * Enough samples to see each test of every lab passed and failed: all references, and flawed programs until every test is
 * failed by one. `wirecheck verify` plays all samples, which takes many minutes.
 */
export async function tellingSamples(): Promise<Fixture[]> {
  const flawed = await Promise.all(
    listFixtures().map(async (fixture) => ({ fixture, fails: await failedTests(fixture) })),
  );
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

async function failedTests({ lab, folder }: Fixture): Promise<string[]> {
  const expected = await readExpected(folder);
  if ("problems" in expected) throw new Error(`${folder}/expected.yaml has mistakes: \`wirecheck verify\` names them`);
  return Object.keys(expected.value.fails).map((test) => `${lab} ${test}`);
}
