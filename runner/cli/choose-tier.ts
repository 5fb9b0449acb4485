import { probeTier } from "../arena/probe.ts";
import type { Isolation } from "../model/result.ts";
import type { Text } from "../model/text.ts";
import { MachineProblem, UsageProblem } from "../model/usage-problem.ts";
import { tierReasons } from "../texts/tier.ts";

/** The isolation that the command line asks for. */
export type TierChoice = Isolation["tier"] | "best";

/** The isolation of a run. */
export interface ChosenTier {
  tier: Isolation["tier"];
  /** Why it is not better. */
  why?: Text;
  /** Whether the machine shows where programs are blocked, so that the program watch can decide. */
  canWatch: boolean;
}

/**
 * The isolation of a run: the requested one, or the best that the machine has.
 *
 * @throws UsageProblem when the machine does not have the requested tier
 */
export async function chooseTier(choice: TierChoice): Promise<ChosenTier> {
  if (choice === "local") return { tier: "local", why: tierReasons.asked, canWatch: false };
  if (process.platform !== "linux") return onOtherSystem(choice);
  const { tier, why, facts } = await probeTier();
  const canWatch = facts.some((fact) => fact.code === "blocked-calls" && fact.holds);
  if (choice === "ports") return { tier: "ports", why: tierReasons.asked, canWatch };
  if (why === undefined) return { tier, canWatch };
  const reason = tierReasons[why.code as keyof typeof tierReasons];
  if (choice === "best") return { tier, why: reason, canWatch };
  const fix = why.fix ? `: ${why.fix}` : "";
  throw new UsageProblem(`this machine has no tier full, because ${reason.en}${fix} (\`wirecheck doctor\` tells more)`);
}

/**
 * The isolation of a run whose marks count, which is never `local`.
 *
 * @throws UsageProblem when the machine has no other
 */
export async function chooseTierForMarks(choice: TierChoice): Promise<ChosenTier> {
  if (choice === "local") throw noTierForMarks();
  if (process.platform !== "linux") throw new UsageProblem(`marks that count need Linux: ${wayToLinux()}`);
  return chooseTier(choice);
}

/** Why tier local gives no marks. */
export function noTierForMarks(): UsageProblem {
  return new UsageProblem("tier local is for checking one's own work; marks that count need --tier full or ports");
}

/**
 * Returns the chosen tier if it is the `required` one.
 *
 * @throws MachineProblem when it is less
 */
export function demandTier(chosen: ChosenTier, required?: "full"): ChosenTier {
  if (required === undefined || chosen.tier === required) return chosen;
  throw new MachineProblem(
    `tier ${required} is required, and this is tier ${chosen.tier} (${chosen.why?.en}): \`wirecheck doctor\` tells what is missing`,
  );
}

function onOtherSystem(choice: Exclude<TierChoice, "local">): ChosenTier {
  if (choice === "best") return { tier: "local", why: tierReasons.linux, canWatch: false };
  throw new UsageProblem(`tier ${choice} needs Linux: ${wayToLinux()}, or check with --tier local`);
}

/** The next step from another system to Linux. */
function wayToLinux(): string {
  return process.platform === "win32"
    ? "run `wsl --install` once, and then wirecheck inside WSL"
    : "run wirecheck in a Linux container or on a Linux machine";
}
