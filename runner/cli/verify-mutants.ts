import type { Progress } from "../../reports/terminal/progress.ts";
import type { Verification } from "../model/verification.ts";
import { type MutateOptions, mutateLab } from "../verify/mutants/mutate-lab.ts";
import type { LabToVerify } from "../verify/verify-labs.ts";
import { showSamples } from "./show-samples.ts";

/** Adds the mutants of references that no test notices to the findings about labs. */
export async function verifyMutants(
  proven: readonly Verification[],
  labs: readonly LabToVerify[],
  { verbose, ...options }: Pick<MutateOptions, "grading" | "most"> & { verbose: boolean | undefined },
): Promise<Verification[]> {
  const found: Verification[] = [];
  for (const [index, { lab, samples }] of labs.entries()) {
    const verification = proven[index];
    if (verification === undefined) continue;
    const known = labs[index]?.knownMutants ?? [];
    found.push({ ...verification, mutations: await withProgress(lab, samples, { ...options, known }, verbose) });
  }
  return found;
}

async function withProgress(
  lab: LabToVerify["lab"],
  samples: LabToVerify["samples"],
  options: Pick<MutateOptions, "grading" | "most" | "known">,
  verbose: boolean | undefined,
) {
  const shown: Progress[] = [];
  try {
    return await mutateLab(lab, samples, {
      ...options,
      onPlan: (count) => shown.push(showSamples(count, verbose)),
      onStart: (name) => shown[0]?.testStarted(name),
      onEnd: (id, isNoticed, durationMs) =>
        shown[0]?.testFinished({ id, status: isNoticed ? "passed" : "failed", durationMs }),
    });
  } finally {
    shown[0]?.done();
  }
}
