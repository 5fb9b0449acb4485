import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { result } from "../../runner/result.ts";
import { describeProblem } from "../../runner/spec/problem.ts";
import { type Expected, readExpected } from "../../runner/verify/expected.ts";
import { type Fixture, listFixtures } from "../../tests/support/fixture.ts";
import { run } from "../run.ts";

/** A fixture and how it must be judged. */
export type Judged = Fixture & { expected: Expected };

/** How every test of a run ended: status and, where there is one, diagnosis. */
export type Verdicts = Readonly<Record<string, { outcome: string; optional: boolean }>>;

const wirecheck = "dist/bin/wirecheck.js";

/** The fixtures of all labs for which `isAsked` holds of `<lab>/<name>`. */
export async function listJudged(isAsked: (name: string) => boolean): Promise<Judged[]> {
  const asked = listFixtures().filter(({ lab, name }) => isAsked(`${lab}/${name}`));
  return Promise.all(
    asked.map(async (fixture) => {
      const read = await readExpected(fixture.folder);
      if ("problems" in read) throw new Error(read.problems.map(describeProblem).join("\n"));
      return { ...fixture, expected: read.value };
    }),
  );
}

/** Grades a fixture in a process of its own; `quick` plays of a flawed one only what is to fail, and its gates. */
export async function gradeFixture({ lab, folder, expected }: Judged, quick: boolean): Promise<Verdicts> {
  const scratch = await mkdtemp(join(tmpdir(), "wirecheck-soak-"));
  try {
    const file = join(scratch, "result.json");
    const program = expected.program === undefined ? [] : ["--program", expected.program];
    const failing = Object.keys(expected.fails);
    const only = quick && failing.length > 0 ? ["--only", ...failing] : [];
    const flags = ["--json", file, "--seed", "1", "--quiet", ...program, ...only];
    await run([process.execPath, wirecheck, "check", lab, folder, ...flags]);
    return verdicts(await readFile(file, "utf8"));
  } catch (fault) {
    const outcome = `no result: ${fault instanceof Error ? fault.message : fault}`;
    return { run: { outcome, optional: false } };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function verdicts(json: string): Verdicts {
  const { tests } = result.parse(JSON.parse(json));
  return Object.fromEntries(
    tests.map(({ id, status, diagnosis, optional }) => {
      const outcome = diagnosis ? `${status} ${diagnosis.code}` : status;
      return [id, { outcome, optional }];
    }),
  );
}
