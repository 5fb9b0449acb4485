import { systemErrorIn } from "../../launchers/read-output.ts";
import type { LaunchedProgram, StepContext } from "../step-context.ts";
import { obstacleText } from "./obstacle-text.ts";
import { printed } from "./printed.ts";
import { Unplayable } from "./unplayable.ts";

/**
 * Throws if a program fails only because tests share the network of this machine: another process has its port, or the address or
 * name in the lab, such as 192.168.0.1, belongs to another machine here. That is not the program's fault: the test ends as an error,
 * or does not count.
 */
export function blameTheNetwork(program: LaunchedProgram, context: StepContext): void {
  const obstacle = program.givenPort === null ? null : context.obstacle(program.givenPort);
  // A port in TIME_WAIT was used by the program itself.
  if (obstacle !== null && obstacle !== "held-briefly" && program.givenPort !== null)
    throw new Error(obstacleText(obstacle, program.givenPort));
  const isElsewhere =
    !context.hasNetworks && (context.reachesOut || systemErrorIn(printed(program), "unreachable") !== null);
  if (!isElsewhere && !program.looksUpNames) return;
  throw new Unplayable({ code: "world" });
}

/**
 * Throws if a program reports that no name server answers, and the name server is the machine's: not every machine has one, and some
 * resolvers ask it even for localhost.
 */
export function blameTheResolver(words: string, context: Pick<StepContext, "hasOwnNames">): void {
  if (!context.hasOwnNames && systemErrorIn(words, "no-name-server") !== null) throw new Unplayable({ code: "world" });
}
