import { gradeHandIn } from "../../runner/grade/grade.ts";
import type { Result } from "../../runner/model/result.ts";
import type { Lab } from "../../runner/spec/lab.ts";
import type { Pool } from "../../runner/worker/pool.ts";
import type { Judged } from "../../tests/support/judged.ts";
import { readLab } from "../read-lab.ts";

/** How a test ended: status and, where there is one, diagnosis; and what was said of it. */
interface Ended {
  outcome: string;
  optional: boolean;
  said?: string | undefined;
}

/** How every test of a run ended. */
export type Verdicts = Readonly<Record<string, Ended>>;

/** How a fixture is graded. */
interface How {
  /** Plays only those tests of a flawed program that must fail, and their gates. */
  quick: boolean;
  /** Plays only these tests and their gates; all if there are none. */
  tests: readonly string[];
  freshLaunches: boolean;
}

/** Grades a fixture, always with the same seed. */
export async function gradeFixture(fixture: Judged, pool: Pool, how: How): Promise<Verdicts> {
  const { program, fails } = fixture.expected;
  const only = how.quick ? Object.keys(fails) : how.tests;
  const graded = await gradeHandIn(await labOf(fixture), fixture.folder, {
    ...{ language: "en", seed: 1, tier: pool.isolation.tier, watch: true, version: "soak", pool },
    freshLaunches: how.freshLaunches,
    ...(program !== undefined && { program }),
    ...(only.length > 0 && { only }),
  }).catch((fault: unknown) => `no result: ${fault instanceof Error ? fault.message : fault}`);
  if (typeof graded === "object" && "tests" in graded) return verdicts(graded);
  return { run: { outcome: typeof graded === "string" ? graded : "unclear", optional: false } };
}

const labs = new Map<string, Promise<Lab>>();

function labOf({ lab }: Judged): Promise<Lab> {
  const known = labs.get(lab) ?? readLab(lab);
  labs.set(lab, known);
  return known;
}

function verdicts({ tests }: Result): Verdicts {
  return Object.fromEntries(
    tests.map(({ id, status, diagnosis, optional, unplayable, message }) => {
      const outcome = diagnosis ? `${status} ${diagnosis.code}` : status;
      // Tests that this machine cannot play count as optional, but must be unplayable every time.
      const said = [message, diagnosis?.saw.en].filter((words) => words).join(" ");
      return [id, { outcome, optional: optional || unplayable !== undefined, said }];
    }),
  );
}
