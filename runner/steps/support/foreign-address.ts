import { systemErrorIn } from "../../launchers/read-output.ts";
import type { LaunchedProgram, StepContext } from "../step-context.ts";
import { printed } from "./printed.ts";

/**
 * Throws where a program fails only because this machine has but one network: its handout's address, such as 192.168.0.1, or
 * name is that of another machine here. That is no fault of the program's, so the test ends as an error.
 */
export function blameTheNetwork(program: LaunchedProgram, context: StepContext): void {
  if (context.hasNetworks) return;
  if (!context.reachesOut && !program.looksUpNames && systemErrorIn(printed(program), "unreachable") === null) return;
  throw new Error(
    `the ${program.role} uses an address or a name that only a network of its own could give it (tier full); here it cannot be graded`,
  );
}
