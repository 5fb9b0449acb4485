import { type Part, seconds } from "../table.ts";
import type { PlayedClass } from "./play-class.ts";

/** The walls that attacks reached, by tier and grader, including those that are not promised. */
export function wallsTable(played: readonly PlayedClass[]): Part {
  const names = played.map(({ tier, grader }) => `${tier}, ${grader}`);
  const attacks = [
    ...new Set(
      played.flatMap(({ reached }) => [...reached].filter(([, walls]) => walls.length > 0).map(([name]) => name)),
    ),
  ];
  return {
    title: "Reached by attacks",
    columns: ["", ...names],
    rows: attacks.sort().map((name) => [name, ...played.map(({ reached }) => reached.get(name)?.join(", ") || null)]),
    notes: attacks.length === 0 ? ["Nothing."] : [],
  };
}

/** The cost of the slowest hand-ins, next to others and alone. */
export function costsTable(played: readonly PlayedClass[]): Part {
  const rows = played.flatMap(({ tier, grader, handIns, costs }) =>
    handIns.flatMap(({ name, ms }) => {
      const cost = costs.get(name);
      return cost ? [[`${tier}, ${grader}: ${name}`, ...[ms, cost.wallMs, cost.processorMs].map(seconds)]] : [];
    }),
  );
  return {
    title: "What took more than 20 s, in seconds",
    columns: ["", "in the class", "alone", "CPU alone"],
    rows,
    notes: [],
  };
}
