import type { GradeOptions } from "../grade/grade.ts";
import { packageVersion } from "../package-root.ts";
import type { ChosenTier } from "./choose-tier.ts";
import type { HandInFlags } from "./options.ts";

/**
 * The options for grading one hand-in, from the command line and the machine; the program watch is used where the
 * machine has it.
 */
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
