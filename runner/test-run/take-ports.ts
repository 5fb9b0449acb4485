import type { Arena } from "../arena/arena.ts";
import type { PreparedProgram } from "../model/prepared-program.ts";
import { obstacleText } from "../steps/support/obstacle-text.ts";

/**
 * Claims the ports in the sources of these programs for their test, those that they use only if they are given none included.
 *
 * @throws Error if one that a program always uses is not available: then it cannot be judged here
 */
export async function takePorts(arena: Arena, programs: readonly PreparedProgram[]): Promise<void> {
  const kept = await arena.takePorts(
    programs.flatMap(({ sourcePort, defaultPort }) => sourcePort ?? defaultPort ?? []),
  );
  for (const { port, obstacle } of kept) {
    if (!programs.some(({ sourcePort }) => sourcePort === port)) continue;
    const isServed = programs.some(({ kind, sourcePort }) => kind === "server" && sourcePort === port);
    // The ports to which clients connect are those of the grader, which may be root.
    if (isServed || obstacle !== "privileged") throw new Error(obstacleText(obstacle, port));
  }
}
