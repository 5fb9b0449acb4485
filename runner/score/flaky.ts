import type { Plays } from "../model/result.ts";

/** What a lab says of tests that both pass and fail under the same seed. */
export type FlakyRule = "fails" | "passes" | "majority" | undefined;

/** How a flaky test counts: as the lab says, otherwise as it ended more often. */
export function flakyStatus(rule: FlakyRule, plays: Plays | undefined): "passed" | "failed" {
  if (rule === "passes") return "passed";
  if (rule === "fails" || plays === undefined) return "failed";
  return plays.failed * 2 > plays.played ? "failed" : "passed";
}
