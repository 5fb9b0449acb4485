import type { Arena } from "../arena/arena.ts";
import type { PreparedProgram } from "../model/prepared-program.ts";
import { obstacleText } from "../steps/support/obstacle-text.ts";

/**
 * Takes the ports in the sources of these programs for their test.
 *
 * @throws when one cannot be had: then the program cannot be judged here
 */
export async function takePorts(arena: Arena, programs: readonly PreparedProgram[]): Promise<void> {
  const kept = await arena.takePorts(programs.flatMap(({ sourcePort }) => sourcePort ?? []));
  for (const { port, obstacle } of kept) {
    const isServed = programs.some(({ kind, sourcePort }) => kind === "server" && sourcePort === port);
    // Where a client calls, the grader listens, who may do more.
    if (isServed || obstacle !== "privileged") throw new Error(obstacleText(obstacle, port));
  }
}
