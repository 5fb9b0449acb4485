import { randomInt } from "node:crypto";
import { chooseTier, type TierChoice } from "../cli/choose-tier.ts";
import { gradingOptions } from "../cli/grading-options.ts";
import { checkNames } from "../cli/read-lab.ts";
import { gradeHandIn as grade } from "../grade/grade.ts";
import type { Result } from "../model/result.ts";
import type { Language } from "../model/text.ts";
import { UsageProblem } from "../model/usage-problem.ts";
import { unclearText } from "../prepare/prepare-programs.ts";
import { readOwnLab } from "./read-own-lab.ts";

/** How a hand-in is graded; documented for callers in api/index.d.ts. */
export interface GradeOptions {
  language?: Language;
  seed?: number;
  tier?: TierChoice;
  only?: readonly string[];
  program?: string;
  signal?: AbortSignal;
}

/** Grades one hand-in against a lab, named as on the command line. */
export async function gradeHandIn(lab: string, handIn: string, options: GradeOptions = {}): Promise<Result> {
  const { lab: read, forget } = await readOwnLab(lab);
  try {
    const { language = "en", seed = randomInt(2 ** 32 - 1), tier: asked = "best", only, program, signal } = options;
    const flags = { lang: language, seed, ...(only && { only: [...only] }), ...(program !== undefined && { program }) };
    checkNames(read, flags);
    const graded = await grade(read, handIn, {
      ...gradingOptions(flags, await chooseTier(asked)),
      ...(signal && { signal }),
    });
    if (!("tests" in graded)) throw new UsageProblem(unclearText(graded)[language]);
    return graded;
  } finally {
    await forget();
  }
}

/** Returns the lab unchanged, and gives it its types. */
export function defineLab<T>(lab: T): T {
  return lab;
}

export { MachineProblem, UsageProblem } from "../model/usage-problem.ts";
export { ExpectationFailed } from "./expectation-failed.ts";
export { openHandIn } from "./open-hand-in.ts";
