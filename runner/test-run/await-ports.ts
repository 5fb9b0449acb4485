import { setTimeout as delay } from "node:timers/promises";
import type { Arena } from "../arena/arena.ts";
import { type HeldPorts, holdPorts } from "../linux/hold-ports.ts";
import type { PreparedProgram } from "../model/prepared-program.ts";
import { obstacleText } from "../steps/support/obstacle-text.ts";

/**
 * Makes sure that ports written in programs' sources can be had: on a network that all share one test at a time has them, once
 * nothing of the one before is left on them.
 *
 * @throws when a process that is not of this test holds one: then the program cannot be judged here
 */
export async function awaitPorts(arena: Arena, programs: readonly PreparedProgram[]): Promise<HeldPorts> {
  const held = await holdSourcePorts(
    arena,
    programs.flatMap(({ sourcePort }) => sourcePort ?? []),
  );
  try {
    for (const { kind, sourcePort } of programs) {
      // Where a client calls, the grader listens, who may do more.
      if (sourcePort !== null && kind === "server") await awaitPort(arena, sourcePort);
    }
    return held;
  } catch (fault) {
    held.release();
    throw fault;
  }
}

/** Keeps other workers of this machine from ports written in sources, where programs share its network. */
export async function holdSourcePorts(arena: Arena, ports: readonly number[]): Promise<HeldPorts> {
  return arena.hasNetworks ? nothingHeld : holdPorts(ports);
}

const nothingHeld: HeldPorts = { release: () => {} };

async function awaitPort(arena: Arena, port: number): Promise<void> {
  const deadline = performance.now() + longestMs;
  for (;;) {
    const obstacle = arena.obstacle(port);
    if (obstacle === null) return;
    if (obstacle !== "held-briefly" || performance.now() > deadline) throw new Error(obstacleText(obstacle, port));
    await delay(lookEveryMs);
  }
}

/** TIME_WAIT lasts a minute on Linux. */
const longestMs = 65_000;
const lookEveryMs = 100;
