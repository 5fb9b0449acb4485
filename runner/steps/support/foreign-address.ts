import { systemErrorIn } from "../../launchers/read-output.ts";
import type { LaunchedProgram, StepContext } from "../step-context.ts";
import { obstacleText } from "./obstacle-text.ts";
import { printed } from "./printed.ts";
import { Unplayable } from "./unplayable.ts";

/**
 * Throws where a program fails only because this machine has but one network: somebody else holds its port, or its handout's
 * address, such as 192.168.0.1, or name is that of another machine here. That is no fault of the program's, so the test ends
 * as an error, or does not count.
 */
export function blameTheNetwork(program: LaunchedProgram, context: StepContext): void {
  const obstacle = program.givenPort === null ? null : context.obstacle(program.givenPort);
  // What is left of a connection is left of the program's own.
  if (obstacle !== null && obstacle !== "held-briefly" && program.givenPort !== null)
    throw new Error(obstacleText(obstacle, program.givenPort));
  const isElsewhere =
    !context.hasNetworks && (context.reachesOut || systemErrorIn(printed(program), "unreachable") !== null);
  if (!isElsewhere && !program.looksUpNames) return;
  throw new Unplayable({ code: "world" });
}
