import { schemaVersion } from "../model/result.ts";
import type { ProvenProgram, Verification } from "../model/verification.ts";
import type { Lab } from "../spec/lab.ts";

/** What the programs of a lab prove about it. Programs that this machine cannot run do not count. */
export function sumUp(
  lab: Lab,
  programs: readonly ProvenProgram[],
  { seed, chosen }: Pick<Verification, "seed" | "chosen">,
): Verification {
  const run = programs.filter(({ missing }) => missing === null);
  const flawed = run.filter(({ kind }) => kind === "flawed");
  const tests = lab.tests.map(({ id }) => ({
    id,
    failedBy: flawed.filter((program) => program.tests[id]?.status === "failed").map(({ name }) => name),
    ...(run.some((program) => program.tests[id]?.unplayable) &&
      !run.some(decides(id)) && { unplayable: true as const }),
  }));
  const playable = tests.filter(({ unplayable }) => !unplayable);
  const shown = flawed.filter((program) => !isUnplayable(program));
  const score = {
    flaws: shown.length,
    flawsCaught: shown.filter(isCaught).length,
    tests: playable.length,
    testsJustified: playable.filter(({ failedBy }) => failedBy.length > 0).length,
    falseAlarms: run.flatMap(({ complaints }) => complaints).filter(({ code }) => code === "false-alarm").length,
    references: run.filter(({ kind }) => kind === "reference").length,
  };
  // A lab without tests has nothing to prove.
  const isWhole = chosen || tests.length === 0 || (score.references > 0 && score.testsJustified === score.tests);
  return {
    schemaVersion,
    lab: { id: lab.id, title: lab.title, points: lab.points ?? 100 },
    seed,
    chosen,
    programs: [...programs],
    tests,
    score,
    holds: isWhole && run.every(({ complaints }) => complaints.length === 0),
  };
}

/** Whether a program passed or failed a test. */
function decides(id: string) {
  return ({ tests }: ProvenProgram) => tests[id]?.status === "passed" || tests[id]?.status === "failed";
}

/** Whether this machine cannot play any of the tests that should fail a flawed program. */
function isUnplayable({ complaints, tests }: ProvenProgram): boolean {
  const ended = Object.values(tests);
  return (
    complaints.length === 0 &&
    ended.some(({ unplayable }) => unplayable) &&
    !ended.some(({ status }) => status === "failed")
  );
}

/** A flaw is caught if all tests that it must fail do, with the right diagnosis; false alarms are counted separately. */
function isCaught({ complaints }: ProvenProgram): boolean {
  return complaints.every(({ code }) => code === "false-alarm");
}
