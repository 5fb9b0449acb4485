import { type GradeOptions, gradeHandIn } from "../grade.ts";
import { unclearText } from "../prepare/prepare-programs.ts";
import type { Lab } from "../spec/lab.ts";
import type { ProvenProgram, Verification } from "../verification.ts";
import { compare } from "./compare.ts";
import type { Sample } from "./find-samples.ts";
import { missingToolchain } from "./missing-toolchain.ts";
import { sumUp } from "./sum-up.ts";

/** How a lab is verified. */
export interface VerifyOptions {
  /** How each program is graded; its pool is shared by those that are graded at once. */
  grading: GradeOptions & Required<Pick<GradeOptions, "pool">>;
  onStart?(sample: Sample): void;
  onEnd?(sample: Sample, program: ProvenProgram, durationMs: number): void;
}

/** Grades every sample of a lab, one more at once than there are workers, and says what they prove about it. */
export async function verifyLab(lab: Lab, samples: readonly Sample[], options: VerifyOptions): Promise<Verification> {
  const programs: ProvenProgram[] = [];
  const waiting = [...samples.entries()];
  const gradeNext = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, sample] = next;
      options.onStart?.(sample);
      const startMs = performance.now();
      const program = await prove(lab, sample, options.grading);
      programs[index] = program;
      options.onEnd?.(sample, program, performance.now() - startMs);
    }
  };
  // While one hand-in is unpacked or scored, the workers are busy with the others.
  await Promise.all(Array.from({ length: options.grading.pool.size + 1 }, gradeNext));
  return sumUp(lab, options.grading.seed, programs);
}

async function prove(lab: Lab, { name, folder, expected }: Sample, grading: GradeOptions): Promise<ProvenProgram> {
  const about = expected?.flaw ?? expected?.style ?? null;
  const kind = expected === null ? "reference" : expected.flaw === undefined ? "correct" : "flawed";
  const program = { name, kind, about, tests: {}, missing: await missingToolchain(folder), complaints: [] } as const;
  if (program.missing !== null) return { ...program, complaints: [] };
  const role = expected?.program === undefined ? {} : { program: expected.program };
  const graded = await gradeHandIn(lab, folder, { ...grading, ...role });
  if ("tests" in graded) return { ...program, ...compare(graded, expected) };
  return { ...program, complaints: [{ code: "not-graded", message: unclearText(graded).en }] };
}
