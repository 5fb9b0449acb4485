import type { Grade } from "../../../runner/model/class-result.ts";
import type { Language } from "../../../runner/model/text.ts";
import { pointsText } from "./points.ts";

/** The steps from the tests' points to the final ones, each in a few words: "two days late: -3". */
export function gradeSteps({ adjustments }: Grade, language: Language): string[] {
  return adjustments.map(({ points, why }) => {
    const sign = points > 0 ? "+" : "";
    return `${why[language]}: ${sign}${pointsText(points, language)}`;
  });
}
