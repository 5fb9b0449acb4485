import type { Result } from "../../../runner/model/result.ts";
import { consoleTexts, gain } from "../../../runner/texts/console.ts";
import { inTests } from "../../../runner/texts/student-page.ts";
import { pointsText } from "../../support/words/points.ts";
import { rankedCauses } from "../../support/words/ranked-causes.ts";
import { type Page, paragraph } from "./page.ts";

/** What to fix, most points first, one line each. */
export function fixFirst(result: Result, page: Page): string[] {
  const causes = rankedCauses(result.tests).filter(({ first }) => first.visibility === "visible");
  if (causes.length === 0) return [];
  const lines = causes.slice(0, mostCauses).flatMap(({ name, location, failed, points }) => {
    const at = location ? `, ${location.file}:${location.line}` : "";
    const worth = page.say(gain(pointsText(points, page.language), points));
    return paragraph(page.safe(`${worth}: ${page.say(name)}${at} (${page.say(inTests(failed))})`), page, 4);
  });
  return ["", `  ${page.colours.bold(page.say(consoleTexts.fixFirst))}`, ...lines];
}

/** With more it would not be a list of first things. */
const mostCauses = 5;
