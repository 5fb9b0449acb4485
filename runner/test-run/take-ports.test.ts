import { expect, test } from "vitest";
import type { Arena, PortObstacle } from "../arena/arena.ts";
import type { PreparedProgram } from "../model/prepared-program.ts";
import { takePorts } from "./take-ports.ts";

/** An arena in which another process has every port. */
function occupied(obstacle: PortObstacle): { arena: Arena; claimed: number[] } {
  const claimed: number[] = [];
  const takePorts: Arena["takePorts"] = async (ports) => {
    claimed.push(...ports);
    return ports.map((port) => ({ port, obstacle }));
  };
  return { arena: { takePorts } as Arena, claimed };
}

function program(ports: Partial<PreparedProgram>): PreparedProgram {
  return { kind: "server", sourcePort: null, ...ports } as PreparedProgram;
}

test("a port that a program uses only without a given one is claimed, and missed by no test that gives it one", async () => {
  const { arena, claimed } = occupied("held");
  await takePorts(arena, [program({ defaultPort: 8000 }), program({ kind: "client" })]);
  expect(claimed).toEqual([8000]);
});

test("a program that always uses a port cannot be judged without it", async () => {
  const always = program({ sourcePort: 5000 });
  await expect(takePorts(occupied("held").arena, [always])).rejects.toThrow(/another process .* holds port 5000/);
  await takePorts(occupied("privileged").arena, [program({ kind: "client", sourcePort: 80 })]);
});
