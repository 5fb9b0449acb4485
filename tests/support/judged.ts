import { describeProblem } from "../../runner/spec/problem.ts";
import { type Expected, readExpected } from "../../runner/verify/expected.ts";
import { type Fixture, listFixtures } from "./fixture.ts";

/** A fixture and its expected verdict. */
export type Judged = Fixture & { expected: Expected };

/** The fixtures of all labs, or those whose `<lab>/<name>` fulfils `isAsked`; throws when an `expected.yaml` has mistakes. */
export function listJudged(isAsked: (name: string) => boolean = () => true): Promise<Judged[]> {
  const asked = listFixtures().filter(({ lab, name }) => isAsked(`${lab}/${name}`));
  return Promise.all(
    asked.map(async (fixture) => {
      const read = await readExpected(fixture.folder);
      if ("problems" in read) throw new Error(read.problems.map(describeProblem).join("\n"));
      return { ...fixture, expected: read.value };
    }),
  );
}
