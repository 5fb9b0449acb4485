import type { Result } from "../../runner/result.ts";
import type { Judged } from "../../tests/support/judged.ts";
import { check } from "../check.ts";

/** How every test of a run ended: status and, where there is one, diagnosis. */
export type Verdicts = Readonly<Record<string, { outcome: string; optional: boolean }>>;

/** Grades a fixture; `quick` plays of a flawed one only what is to fail, and its gates. */
export async function gradeFixture(fixture: Judged, quick: boolean): Promise<Verdicts> {
  const { program, fails } = fixture.expected;
  const failing = Object.keys(fails);
  const only = quick && failing.length > 0 ? ["--only", ...failing] : [];
  try {
    return verdicts(await check(fixture, [...(program === undefined ? [] : ["--program", program]), ...only]));
  } catch (fault) {
    const outcome = `no result: ${fault instanceof Error ? fault.message : fault}`;
    return { run: { outcome, optional: false } };
  }
}

function verdicts({ tests }: Result): Verdicts {
  return Object.fromEntries(
    tests.map(({ id, status, diagnosis, optional }) => {
      const outcome = diagnosis ? `${status} ${diagnosis.code}` : status;
      return [id, { outcome, optional }];
    }),
  );
}
