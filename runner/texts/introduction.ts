import type { Text } from "../model/text.ts";

/** Tells a reader once who alice and bob are. */
export function introduced(names: readonly string[]): Text {
  const one = names.length === 1;
  return {
    en: `${list(names, "and")} ${one ? "is" : "are"} played by the grader: the other side of each conversation with your program.`,
    id: `${list(names, "dan")} diperankan oleh penguji: pihak lawan dalam setiap percakapan dengan program Anda.`,
  };
}

function list(names: readonly string[], and: string): string {
  return names.length === 1 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} ${and} ${names.at(-1)}`;
}
