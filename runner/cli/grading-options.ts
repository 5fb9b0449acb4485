import type { GradeOptions } from "../grade/grade.ts";
import { packageVersion } from "../package-root.ts";
import type { ChosenTier } from "./choose-tier.ts";
import type { HandInFlags } from "./options.ts";

/** With what one hand-in is graded, as the command line and the machine have it; the watch decides wherever it can. */
export function gradingOptions(
  { lang, seed, only, program }: Omit<HandInFlags, "tier">,
  { tier, why, canWatch }: ChosenTier,
): GradeOptions {
  return {
    ...{ language: lang, seed, tier, watch: canWatch, version: packageVersion() },
    ...(why && { tierReason: why }),
    ...(only && { only }),
    ...(program !== undefined && { program }),
  };
}
