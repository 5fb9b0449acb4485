import type { TestResult } from "../../../runner/model/result.ts";
import type { Language } from "../../../runner/model/text.ts";

/** Points as people write them: at most two decimals, with a comma in Indonesian. */
export function pointsText(points: number, language: Language): string {
  const rounded = String(Math.round(points * 100) / 100);
  return language === "id" ? rounded.replace(".", ",") : rounded;
}

/** The points of one test: "6/6", "+4" for extra credit, "?/6" where the grader failed, "–" for one that does not count. */
export function testPoints(test: TestResult, language: Language): string {
  if (test.optional) return `+${pointsText(test.points, language)}`;
  if (test.unplayable) return "–";
  const points = test.status === "error" ? "?" : pointsText(test.points, language);
  return `${points}/${pointsText(test.maxPoints, language)}`;
}
