import type { Part } from "../table.ts";
import type { PlayedClass } from "./play-class.ts";

/** Which walls were reached by which attacks, by tier and grader; those that are not promised among them. */
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
