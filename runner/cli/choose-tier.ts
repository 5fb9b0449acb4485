import { probeTier } from "../arena/probe.ts";
import type { Text } from "../model/text.ts";
import { tierReasons } from "../texts/tier.ts";
import { UsageProblem } from "./usage-problem.ts";

/** The isolation that the command line asks for. */
export type TierChoice = "full" | "ports" | "best";

/** The isolation of a run. */
export interface ChosenTier {
  tier: "full" | "ports";
  /** Why it is no better. */
  why?: Text;
  /** Whether the machine shows where programs are blocked, so that the program watch can decide. */
  canWatch: boolean;
}

/**
 * The isolation of a run: the one asked for, or the best that the machine has.
 *
 * @throws UsageProblem when more is asked for than the machine has
 */
export async function chooseTier(choice: TierChoice): Promise<ChosenTier> {
  const { tier, why, facts } = await probeTier();
  const canWatch = facts.some((fact) => fact.code === "blocked-calls" && fact.holds);
  if (choice === "ports") return { tier: "ports", why: tierReasons.asked, canWatch };
  if (why === undefined) return { tier, canWatch };
  const reason = tierReasons[why.code as keyof typeof tierReasons];
  if (choice === "best") return { tier, why: reason, canWatch };
  const fix = why.fix ? `: ${why.fix}` : "";
  throw new UsageProblem(`this machine has no tier full, because ${reason.en}${fix} (\`wirecheck doctor\` tells more)`);
}
