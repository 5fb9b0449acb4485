import { atOnce } from "../at-once.ts";
import { type GradeOptions, gradeHandIn } from "../grade/grade.ts";
import type { ProvenProgram, Verification } from "../model/verification.ts";
import { unclearText } from "../prepare/prepare-programs.ts";
import type { Lab } from "../spec/lab.ts";
import { compare } from "./compare.ts";
import type { Sample } from "./find-samples.ts";
import { missingToolchain } from "./missing-toolchain.ts";
import type { KnownMutant } from "./mutants/known.ts";
import { sumUp } from "./sum-up.ts";

/** A lab and the programs with which it is verified. */
export interface LabToVerify {
  lab: Lab;
  samples: readonly Sample[];
  /** Mutants of its references that no test has to notice. @default none */
  knownMutants?: readonly KnownMutant[];
  /** Whether these are only some of the lab's programs. @default false */
  chosen?: boolean;
}

/** How labs are verified. */
export interface VerifyOptions {
  /** How each program is graded; programs that are graded at the same time share the pool. */
  grading: GradeOptions & Required<Pick<GradeOptions, "pool">>;
  /** Whether to play only the tests that a flawed program must fail, and their gates, so that false alarms are not seen. */
  brief?: boolean;
  onStart?(lab: Lab, sample: Sample): void;
  onEnd?(lab: Lab, sample: Sample, program: ProvenProgram, durationMs: number): void;
}

/** Grades every sample of the labs, one more at a time than there are workers, and returns what they prove about each lab. */
export async function verifyLabs(labs: readonly LabToVerify[], options: VerifyOptions): Promise<Verification[]> {
  const waiting = labs.flatMap(({ lab, samples }) => samples.map((sample) => ({ lab, sample })));
  // While one hand-in is unpacked or scored, the workers are busy with the others.
  const proven = await atOnce(options.grading.pool.size + 1, waiting, async ({ lab, sample }) => {
    options.onStart?.(lab, sample);
    const startMs = performance.now();
    const program = await prove(lab, sample, options);
    options.onEnd?.(lab, sample, program, performance.now() - startMs);
    return { lab, program };
  });
  return labs.map(({ lab, chosen = false }) => {
    const programs = proven.flatMap((each) => (each.lab === lab ? each.program : []));
    return sumUp(lab, programs, { seed: options.grading.seed, chosen });
  });
}

async function prove(
  lab: Lab,
  { name, folder, expected }: Sample,
  { grading, brief }: VerifyOptions,
): Promise<ProvenProgram> {
  const about = expected?.flaw ?? expected?.style ?? null;
  const kind = expected === null ? "reference" : expected.flaw === undefined ? "correct" : "flawed";
  const program = { name, kind, about, tests: {}, missing: await missingToolchain(folder), complaints: [] } as const;
  if (program.missing !== null) return { ...program, complaints: [] };
  const role = expected?.program === undefined ? {} : { program: expected.program };
  const only = brief && kind === "flawed" ? { only: Object.keys(expected?.fails ?? {}) } : {};
  const graded = await gradeHandIn(lab, folder, { ...grading, ...role, ...only });
  if ("tests" in graded) return { ...program, ...compare(graded, expected, new Set(lab.tests.map(({ id }) => id))) };
  return { ...program, complaints: [{ code: "not-graded", message: unclearText(graded).en }] };
}
