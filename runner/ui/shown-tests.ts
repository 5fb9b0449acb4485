import { forAudience } from "../../reports/support/audience.ts";
import type { PlannedTest } from "../../reports/ui/contract.ts";
import type { Result, TestResult } from "../model/result.ts";
import { scoreTests } from "../score/score.ts";
import type { Lab } from "../spec/lab.ts";
import { withCauseName } from "./cause-names.ts";

/** The tests of a lab as a student may see them: hidden tests are only numbered, the same way in every run. */
export class ShownTests {
  readonly planned: readonly PlannedTest[];
  readonly #unplayed: readonly TestResult[];
  readonly #shownIds: ReadonlyMap<string, string>;

  constructor(lab: Lab) {
    this.#unplayed = scoreTests(lab, lab.tests, { endings: new Map(), programs: [] }, "en").tests;
    const shown = this.#forStudent(this.#unplayed);
    this.#shownIds = new Map(lab.tests.map(({ id }, index) => [id, shown[index]?.id ?? id]));
    this.planned = shown.map(({ id, program, title, why, maxPoints, optional, visibility }) => ({
      ...{ id, program, title, why, maxPoints, optional, visibility },
    }));
  }

  /** The id under which a test is shown. */
  idOf(test: string): string {
    return this.#shownIds.get(test) ?? test;
  }

  /** The test that is shown under an id. */
  testOf(shown: string): string | undefined {
    return [...this.#shownIds].find(([, id]) => id === shown)?.[0];
  }

  isHidden(test: string): boolean {
    return this.idOf(test) !== test;
  }

  get hasHidden(): boolean {
    return [...this.#shownIds].some(([id, shown]) => id !== shown);
  }

  /** Results of some of the tests, as they may be shown. */
  show(tests: readonly TestResult[]): TestResult[] {
    const known = new Map(tests.map((test) => [test.id, test]));
    const all = this.#unplayed.map((test) => known.get(test.id) ?? test);
    const shown = this.#forStudent(all).map(withCauseName);
    return this.#unplayed.flatMap(({ id }, index) => (known.has(id) ? (shown[index] ?? []) : []));
  }

  #forStudent(tests: readonly TestResult[]): TestResult[] {
    return forAudience({ tests, seed: null } as Result, "student").tests;
  }
}
